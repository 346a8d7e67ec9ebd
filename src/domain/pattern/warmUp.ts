import { isKind } from './isKind.ts'
import type { Pattern } from './pattern.ts'
import type { Seen } from './seen.ts'

/**
 * Pods that were just started are slow, or take much memory, as long as their caches are cold; with those that say that they
 * take requests all the same. Null where the rule on start-ups (`warm-up`) has found none.
 */
export function warmUp({ reasons }: Pick<Seen, 'reasons'>): Pattern<'warm-up'> | null {
  for (const reason of reasons) {
    if (!isKind(reason, 'warm-up')) continue
    const [worst] = reason.pods
    if (worst === undefined) continue
    const { signal, value, usual } = worst
    return {
      kind: 'warm-up',
      pods: reason.pods.map(({ pod }) => pod),
      ofPods: reason.ofPods,
      signal,
      value,
      usual,
      early: reason.pods.some(({ ready }) => ready === true),
      endsAt: Math.max(...reason.pods.map(({ endsAt }) => endsAt)),
    }
  }
  return null
}
