import { driftOf, driftingPods, spread } from './drifting.ts'
import type { Pattern } from './pattern.ts'
import type { Seen } from './seen.ts'

/**
 * Open files rise for good where memory does not: something is opened and never closed. Null where no pod shows it. With
 * memory it is told by `offHeap` and `stackPileUp`, which know more.
 */
export function fdLeak({ pods }: Pick<Seen, 'pods'>): Pattern<'fd-leak'> | null {
  const found = driftingPods(pods, 'fds').filter(({ pod }) => driftOf(pod, 'memory') === null)
  const [first] = found
  if (first === undefined) return null
  return {
    kind: 'fd-leak',
    ...spread(
      found.map(({ pod }) => pod),
      pods,
    ),
    perHour: Math.max(...found.map(({ drift }) => drift.perHour)),
    value: first.drift.value,
    bound: first.drift.bound,
    reachedAt: first.drift.reachedAt,
  }
}
