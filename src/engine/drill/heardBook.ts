import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { Heard, HeardFailure } from '#src/domain/heard/heard.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'

/** What was heard of one pod. */
export type HeardOfPod = {
  readonly heard: Map<Endpoint, Heard>
  readonly failures: Map<Endpoint, HeardFailure>
  lastGood: { readonly at: EpochMs; readonly reading: HealthReading } | null
}

/** What each endpoint of each pod answered last, to the letter: what the fold makes no use of, and a person wants to read. */
export type HeardBook = {
  /** `heard` is null where nothing was asked. */
  note(ended: ProbeEnded, heard: Heard | null): void
  of(service: string, pod: string): HeardOfPod | null
  /** Forgets all pods but these. */
  keep(isKept: (service: string, pod: string) => boolean): void
}

const keyOf = (service: string, pod: string): string => `${service}\n${pod}`

const isGood = (ended: ProbeEnded): ended is Extract<ProbeEnded, { endpoint: 'health' }> =>
  ended.endpoint === 'health' && ended.result.ok && ended.result.value.state === 'ok'

/** A book in which nothing is written. */
export function heardBook(): HeardBook {
  const pods = new Map<string, HeardOfPod>()

  const open = (service: string, pod: string): HeardOfPod => {
    const key = keyOf(service, pod)
    const known = pods.get(key)
    if (known !== undefined) return known
    const made: HeardOfPod = { heard: new Map(), failures: new Map(), lastGood: null }
    pods.set(key, made)
    return made
  }

  return {
    note(ended, heard) {
      const { service, pod, endpoint, at, result } = ended
      const known = open(service, pod)
      if (heard !== null) known.heard.set(endpoint, heard)
      if (!result.ok) known.failures.set(endpoint, { endpoint, at, failure: result.error })
      else if (isGood(ended) && ended.result.ok) known.lastGood = { at, reading: ended.result.value }
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
