import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** Every connection of a pool is in use and callers wait: requests now take as long as the wait. */
export const poolExhausted = rule({
  kind: 'pool-exhausted',
  on: 'metrics',
  find: (pod) => {
    if (pod.tracks.metrics?.result.ok !== true || pod.signals === null) return NO_OPINION
    const { signals } = pod.signals
    const inUse = signals.get('poolInUse')
    if (inUse === undefined) return null
    const waiting = signals.get('poolWaiting')?.value ?? 0
    const bound = pod.service.bounds.poolInUse ?? inUse.bound ?? 0
    if (bound <= 0 || inUse.value < bound || waiting <= 0) return null
    return {
      light: 'red',
      part: { kind: 'pool-exhausted', inUse: inUse.value, bound, waiting, of: inUse.of },
    }
  },
})
