import { isFresh, lifeEndpoint, seenHealthy } from '#src/domain/verdict/podFacts.ts'
import { rule } from '#src/domain/verdict/rule.ts'
import { isOutage } from './failing.ts'

/**
 * The newest reading was bad, once. Too early for orange or red (damping), too late for green:
 * the pod is grey until the next answer decides.
 */
export const confirming = rule({
  kind: 'confirming',
  on: 'always',
  reads: ['health', 'metrics'],
  orange: ['worsenAfter'],
  find: (pod, _policy, now) => {
    const confirmed = [...pod.conditions.values()].some((condition) => condition.light !== 'green')
    const track = pod.tracks[lifeEndpoint(pod)]
    if (confirmed || track === null || seenHealthy(pod, now)) return null
    if (!isFresh(track.at, track.freshFor, now)) return null
    const pending = [...pod.conditions.values()].find((condition) => condition.light === 'green')
    if (pending !== undefined) {
      const { part } = pending
      const why = part.kind === 'health' || part.kind === 'not-ready' ? part.why : null
      return { light: 'unknown', part: { kind: 'confirming', why }, since: pending.since }
    }
    // Nothing pending: it failed while the dashboard was blind, and was not judged.
    if (track.result.ok || !isOutage(track.result.error)) return null
    return { light: 'unknown', part: { kind: 'confirming', why: null }, since: track.at }
  },
})
