import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

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
    if (pod.tracks.metrics?.result.ok !== true || (pod.signals?.window ?? null) === null) return NO_OPINION
    const share = pod.signals?.signals.get('mutexWait')?.value ?? 0
    const usual = pod.usual.get('mutexWait')?.value
    if (usual === undefined || share <= policy.mutexAtLeast || share <= policy.mutexTimes * usual) return null
    return {
      light: 'orange',
      part: { kind: 'mutex-wait', share, usual },
      lasting: { orange: policy.excursionFor },
    }
  },
})
