import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts, Track } from '#src/domain/verdict/podFacts.ts'

/** How long something counts as the present that is old whatever the clock says. */
export const OLD: DurationMs = Number.NEGATIVE_INFINITY

function aged<T>(track: Track<T> | null): Track<T> | null {
  if (track === null) return null
  const { lastReading } = track
  return {
    ...track,
    freshFor: OLD,
    lastReading: lastReading === null ? null : { ...lastReading, freshFor: OLD },
  }
}

/** The same pod with all that is known of it being old: a clock that was set back does not tell how old. */
export const agedPod = (pod: PodFacts): PodFacts => ({
  ...pod,
  tracks: {
    health: aged(pod.tracks.health),
    ready: aged(pod.tracks.ready),
    metrics: aged(pod.tracks.metrics),
    version: aged(pod.tracks.version),
  },
})

/** Until when everything stays fresh that is fresh at `now`: what is known of these pods, good or bad. */
export function freshUntil(pods: Iterable<PodFacts>, now: EpochMs): EpochMs {
  let until = Number.POSITIVE_INFINITY
  for (const { tracks } of pods) {
    const { health, ready, metrics } = tracks
    const readings = [health?.lastReading, ready?.lastReading, metrics?.lastReading]
    for (const seen of [health, ready, metrics, ...readings]) {
      const end = seen ? seen.at + seen.freshFor : OLD
      if (end >= now) until = Math.min(until, end)
    }
  }
  return until
}
