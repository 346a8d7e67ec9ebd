import { DRIFT_SIGNALS } from '#src/domain/drift/driftSignals.ts'
import type { Drift } from '#src/domain/drift/drift.ts'
import { nextMorning } from '#src/domain/time/nextMorning.ts'
import { type DurationMs, hours } from '#src/domain/time/units.ts'
import { isRead, metricsForgotten } from '#src/domain/verdict/podFacts.ts'
import { type Found, rule } from '#src/domain/verdict/rule.ts'

/** Who looks at ten to nine is at this morning's check: the next one is tomorrow's. */
const UNDER_WAY: DurationMs = hours(1)

/**
 * A signal that rises for good, long before it is near its limit; red when it gets there before anybody looks again: the
 * next working morning, and some time to act. A limit that has been reached is for the rule on levels. A drift that was
 * seen on a page that does not come any more is unknown for a day: it may have ended.
 */
export const drift = rule({
  kind: 'drift',
  on: 'always',
  reads: DRIFT_SIGNALS,
  red: ['driftMargin'],
  find: (pod, policy, now) => {
    if (pod.drifts.length === 0 || metricsForgotten(pod, now)) return null
    const seen = isRead(pod.tracks.metrics, now)
    const deadline = nextMorning(now + UNDER_WAY, pod.service.mornings) + policy.driftMargin
    const lightOf = ({ reachedAt }: Drift): 'orange' | 'red' =>
      reachedAt !== null && reachedAt < deadline ? 'red' : 'orange'
    return pod.drifts.map(({ since, ...facts }): Found<'drift'> => {
      const light = seen ? lightOf({ since, ...facts }) : 'unknown'
      return { light, since, part: { kind: 'drift', ...facts } }
    })
  },
})
