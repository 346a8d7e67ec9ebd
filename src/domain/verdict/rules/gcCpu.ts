import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** Time that garbage collection takes from the work: it grows when memory is short, before memory runs out. */
export const gcCpu = rule({
  kind: 'gc-cpu',
  on: 'metrics',
  reads: ['gcCpu'],
  orange: ['gcCpuOrange'],
  red: ['gcCpuRed'],
  find: (pod, policy) => {
    if (pod.tracks.metrics?.result.ok !== true) return NO_OPINION
    const share = pod.signals?.signals.get('gcCpu')?.value
    // A page without one before it tells no rate yet.
    if (share === undefined && (pod.signals?.window ?? null) === null) return NO_OPINION
    if (share === undefined || share <= policy.gcCpuOrange) return null
    return { light: share > policy.gcCpuRed ? 'red' : 'orange', part: { kind: 'gc-cpu', share } }
  },
})
