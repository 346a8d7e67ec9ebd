import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Part } from '#src/domain/verdict/reason.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'
import { levelOf } from './level.ts'
import { isPoolFull } from './poolExhausted.ts'
import { valueOf } from './valueOf.ts'
import { windowOf } from './windowOf.ts'

/** Whether a pod is at the end of what it can do, by any measure that it tells. */
const isSaturated = (pod: PodFacts, policy: Policy): boolean =>
  (valueOf(pod, 'utilisation') ?? 0) > policy.utilisationRed ||
  (valueOf(pod, 'errorRatio') ?? 0) > policy.errorsRed ||
  (levelOf(pod, 'cpu')?.share ?? 0) > policy.levelRed ||
  isPoolFull(pod)

/** The requests of a pod, where they are far more than usual; null where they are not, or what is usual is not known. */
function rushOf(pod: PodFacts, policy: Policy): Part<'traffic'> | null {
  const perSecond = valueOf(pod, 'requestRate') ?? 0
  const before = pod.usual.get('requestRate')
  if (before === undefined || perSecond < policy.trafficAtLeast) return null
  const { value: usual, peak } = before
  if (perSecond <= policy.trafficOrange * usual || perSecond <= peak) return null
  const ratio = valueOf(pod, 'errorRatio') ?? 0
  return {
    kind: 'traffic',
    perSecond,
    usual,
    times: usual > 0 ? perSecond / usual : null,
    errors: ratio > policy.errorsOrange ? ratio : null,
    saturated: isSaturated(pod, policy),
  }
}

/**
 * Many more requests than usual at this time of day, and more than come at any moment of it: a job that runs every night is
 * usual. Red where the pod cannot take them. With errors it is a retry storm more often than not: who gets an error asks
 * again, and each hop of a chain multiplies ("Site Reliability Engineering", 2016, chapter 22).
 */
export const traffic = rule({
  kind: 'traffic',
  on: 'metrics',
  reads: ['requestRate', 'errorRatio', 'utilisation', 'cpu', 'poolInUse', 'poolWaiting'],
  orange: ['trafficOrange', 'trafficAtLeast', 'excursionFor', 'errorsOrange'],
  red: ['trafficOrange', 'utilisationRed', 'errorsRed', 'levelRed'],
  find: (pod, policy) => {
    if (windowOf(pod) === null) return NO_OPINION
    const part = rushOf(pod, policy)
    if (part === null) return null
    return { light: part.saturated ? 'red' : 'orange', part, lasting: { orange: policy.excursionFor } }
  },
})
