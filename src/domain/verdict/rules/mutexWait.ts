import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'
import { valueOf } from './valueOf.ts'
import { windowOf } from './windowOf.ts'

/**
 * Goroutines wait for each other's locks much longer than they usually do: seconds waited in each second, of all of them
 * together. How much is too much differs from program to program; that it has multiplied does not.
 */
export const mutexWait = rule({
  kind: 'mutex-wait',
  on: 'metrics',
  reads: ['mutexWait'],
  orange: ['mutexTimes', 'mutexAtLeast', 'excursionFor'],
  find: (pod, policy) => {
    if (windowOf(pod) === null) return NO_OPINION
    const share = valueOf(pod, 'mutexWait') ?? 0
    const usual = pod.usual.get('mutexWait')?.value
    if (usual === undefined || share <= policy.mutexAtLeast || share <= policy.mutexTimes * usual) return null
    return {
      light: 'orange',
      part: { kind: 'mutex-wait', share, usual },
      lasting: { orange: policy.excursionFor },
    }
  },
})
