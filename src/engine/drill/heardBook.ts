import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { HeardFailure } from '#src/domain/heard/heard.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import type { Tapped } from '#src/engine/probe/tap.ts'

/** What one endpoint answered last. */
export type HeardAnswer = Tapped & { readonly at: EpochMs; readonly took: DurationMs }

/** What was heard of one pod. */
export type HeardOfPod = {
  readonly answers: Map<Endpoint, HeardAnswer>
  /** The page before the newest one of those that were kept whole. */
  pageBefore: HeardAnswer | null
  readonly failures: Map<Endpoint, HeardFailure>
  lastGood: { readonly at: EpochMs; readonly reading: HealthReading } | null
}

/** What each endpoint of each pod answered last, to the letter: what the fold makes no use of, and a person wants to read. */
export type HeardBook = {
  /** `tapped` is null where nothing was asked. */
  note(ended: ProbeEnded, tapped: Tapped | null): void
  /** Null of a pod that was not heard of. */
  of(service: string, pod: string): HeardOfPod | null
  /** Forgets all pods but these. */
  keep(isKept: (service: string, pod: string) => boolean): void
}

const keyOf = (service: string, pod: string): string => `${service}\n${pod}`

function noteAnswer(pod: HeardOfPod, endpoint: Endpoint, answer: HeardAnswer): void {
  const before = pod.answers.get(endpoint)
  if (endpoint === 'metrics') {
    const wasKept = before !== undefined && before.head.length > 0
    pod.pageBefore = wasKept && answer.head.length > 0 ? before : null
  }
  pod.answers.set(endpoint, answer)
}

/** A book in which nothing is written. */
export function heardBook(): HeardBook {
  const pods = new Map<string, HeardOfPod>()

  const open = (service: string, pod: string): HeardOfPod => {
    const key = keyOf(service, pod)
    const known = pods.get(key)
    if (known !== undefined) return known
    const made: HeardOfPod = { answers: new Map(), pageBefore: null, failures: new Map(), lastGood: null }
    pods.set(key, made)
    return made
  }

  return {
    note(ended, tapped) {
      const { service, pod, endpoint, at, took, result } = ended
      const known = open(service, pod)
      if (tapped !== null) noteAnswer(known, endpoint, { ...tapped, at, took })
      if (!result.ok) known.failures.set(endpoint, { endpoint, at, failure: result.error })
      else if (ended.endpoint === 'health' && ended.result.ok && ended.result.value.state === 'ok')
        known.lastGood = { at, reading: ended.result.value }
    },
    of: (service, pod) => pods.get(keyOf(service, pod)) ?? null,
    keep(isKept) {
      for (const key of pods.keys()) {
        const [service = '', pod = ''] = key.split('\n')
        if (!isKept(service, pod)) pods.delete(key)
      }
    },
  }
}
