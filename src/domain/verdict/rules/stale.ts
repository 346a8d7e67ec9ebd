import { isFresh, lifeEndpoint } from '#src/domain/verdict/podFacts.ts'
import { rule } from '#src/domain/verdict/rule.ts'

/** Nothing was heard within the freshness window, good or bad: what was known is not the present. */
export const stale = rule({
  kind: 'stale',
  on: 'always',
  reads: ['health', 'metrics'],
  orange: ['freshIntervals'],
  find: (pod, _policy, now) => {
    const track = pod.tracks[lifeEndpoint(pod)]
    if (track === null) {
      const since = Math.min(pod.watchedSince ?? now, now)
      return { light: 'unknown', part: { kind: 'stale', lastSeen: null }, since }
    }
    if (isFresh(track.at, track.freshFor, now)) return null
    return { light: 'unknown', part: { kind: 'stale', lastSeen: track.at }, since: track.at }
  },
})
