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
  /** The newest metrics page that could be read, and the one before it, where both were kept whole. */
  pages: { readonly now: HeardAnswer | null; readonly before: HeardAnswer | null }
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

/** A scrape that failed leaves the pages as they are; of a pod that nobody looks at any more they are let go. */
function notePage(pod: HeardOfPod, answer: HeardAnswer): void {
  const isKept = answer.head.length > 0
  pod.pages = { now: isKept ? answer : null, before: isKept ? pod.pages.now : null }
}

/** A book in which nothing is written. */
export function heardBook(): HeardBook {
  const pods = new Map<string, HeardOfPod>()

  const open = (service: string, pod: string): HeardOfPod => {
    const key = keyOf(service, pod)
    const known = pods.get(key)
    if (known !== undefined) return known
    const made: HeardOfPod = {
      answers: new Map(),
      pages: { now: null, before: null },
      failures: new Map(),
      lastGood: null,
    }
    pods.set(key, made)
    return made
  }

  return {
    note(ended, tapped) {
      const { service, pod, endpoint, at, took, result } = ended
      const known = open(service, pod)
      if (tapped !== null) {
        const answer = { ...tapped, at, took }
        known.answers.set(endpoint, answer)
        if (endpoint === 'metrics' && result.ok && answer.status === 200) notePage(known, answer)
      }
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
