import { driftOf, driftingPods, spread } from './drifting.ts'
import type { Pattern } from './pattern.ts'
import type { Seen } from './seen.ts'

/**
 * Goroutines (or threads) and memory rise together: each that is stuck keeps its stack and what it holds, which a heap
 * profile shows under many names or not at all, and a stack dump under one. Null where no pod shows both.
 */
export function stackPileUp({ pods }: Pick<Seen, 'pods'>): Pattern<'stack-pile-up'> | null {
  for (const signal of ['goroutines', 'threads'] as const) {
    const both = driftingPods(pods, 'memory').filter(({ pod }) => driftOf(pod, signal) !== null)
    const stacks = both.flatMap(({ pod }) => driftOf(pod, signal) ?? [])
    if (both.length === 0) continue
    return {
      kind: 'stack-pile-up',
      ...spread(
        both.map(({ pod }) => pod),
        pods,
      ),
      signal,
      value: Math.max(...stacks.map(({ value }) => value)),
      perHour: Math.max(...stacks.map(({ perHour }) => perHour)),
      memoryPerHour: Math.max(...both.map(({ drift }) => drift.perHour)),
    }
  }
  return null
}
