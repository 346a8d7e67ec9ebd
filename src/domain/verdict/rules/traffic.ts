import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'
import { levelOf } from './level.ts'
import { isPoolFull } from './poolExhausted.ts'

/** Whether a pod is at the end of what it can do, by any measure that it tells. */
function isSaturated(pod: PodFacts, policy: Policy): boolean {
  const read = pod.signals?.signals
  return (
    (read?.get('utilisation')?.value ?? 0) > policy.utilisationRed ||
    (read?.get('errorRatio')?.value ?? 0) > policy.errorsRed ||
    (levelOf(pod, 'cpu')?.share ?? 0) > policy.levelRed ||
    isPoolFull(pod)
  )
}

/**
 * Many more requests than usual at this time of day, and more than come at any moment of it: a job that runs every night is
 * usual. Red where the pod cannot take them, as it is by then. With errors it is a retry storm more often than not: who gets
 * an error asks again, and each hop of a chain multiplies ("Site Reliability Engineering", 2016, chapter 22).
 */
export const traffic = rule({
  kind: 'traffic',
  on: 'metrics',
  reads: ['requestRate', 'errorRatio', 'utilisation', 'cpu', 'poolInUse', 'poolWaiting'],
  orange: ['trafficOrange', 'trafficAtLeast', 'excursionFor', 'errorsOrange'],
  red: ['trafficOrange', 'utilisationRed', 'errorsRed', 'levelRed'],
  find: (pod, policy) => {
    const signals = pod.signals?.signals
    if (pod.tracks.metrics?.result.ok !== true || (pod.signals?.window ?? null) === null) return NO_OPINION
    const perSecond = signals?.get('requestRate')?.value ?? 0
    const before = pod.usual.get('requestRate')
    if (before === undefined || perSecond < policy.trafficAtLeast) return null
    const { value: usual, peak } = before
    if (perSecond <= policy.trafficOrange * usual || perSecond <= peak) return null
    const ratio = signals?.get('errorRatio')?.value ?? 0
    const saturated = isSaturated(pod, policy)
    const part = {
      kind: 'traffic',
      perSecond,
      usual,
      times: usual > 0 ? perSecond / usual : null,
      errors: ratio > policy.errorsOrange ? ratio : null,
      saturated,
    } as const
    return { light: saturated ? 'red' : 'orange', part, lasting: { orange: policy.excursionFor } }
  },
})
