import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Part } from '#src/domain/verdict/reason.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** How the fullest pool of a page stands; null where it has none. `bound` is 0 where it is not known. */
function poolOf({ signals, service }: PodFacts): Part<'pool-exhausted'> | null {
  const used = signals?.signals.get('poolInUse')
  if (used === undefined) return null
  const limit = service.bounds.poolInUse ?? used.bound ?? 0
  const isDry = signals?.signals.get('poolIdle')?.value === 0
  const waiting = signals?.signals.get('poolWaiting')?.value ?? 0
  // Agroal (Quarkus) tells no limit: without an idle connection, all that it has are in use.
  const bound = limit <= 0 && isDry ? used.value : limit
  return { kind: 'pool-exhausted', inUse: used.value, bound, waiting, of: used.of }
}

const isFull = ({ bound, inUse, waiting }: Part<'pool-exhausted'>): boolean =>
  bound > 0 && inUse >= bound && waiting > 0

/** Whether a pod's fullest pool has no connection left for those that wait for one. */
export function isPoolFull(pod: PodFacts): boolean {
  const part = poolOf(pod)
  return part !== null && isFull(part)
}

/** Every connection of a pool is in use and callers wait: requests now take as long as the wait. */
export const poolExhausted = rule({
  kind: 'pool-exhausted',
  on: 'metrics',
  reads: ['poolInUse', 'poolIdle', 'poolWaiting'],
  red: ['worsenAfter'],
  find: (pod) => {
    if (pod.tracks.metrics?.result.ok !== true) return NO_OPINION
    const part = poolOf(pod)
    return part !== null && isFull(part) ? { light: 'red', part } : null
  },
})
