import { driftOf, driftingPods, spread, valueOf } from './drifting.ts'
import { median } from './median.ts'
import type { Pattern } from './pattern.ts'
import type { Seen } from './seen.ts'

/** One of two pods may be the first of both. */
const LEAST_PODS = 3

/**
 * Memory (or the heap) rises on one pod and on none of the others, which tell theirs: something that only this one holds,
 * such as a cache keyed by what only it is asked, or the work of one shard. Null otherwise, with fewer than three pods, and
 * where threads rise with it.
 */
export function loneGrowth({ pods }: Pick<Seen, 'pods'>): Pattern<'lone-growth'> | null {
  if (pods.length < LEAST_PODS) return null
  for (const signal of ['memory', 'heap'] as const) {
    const [lone, ...more] = driftingPods(pods, signal)
    if (lone === undefined || more.length > 0 || driftOf(lone.pod, 'goroutines') !== null) continue
    const values = pods.filter((pod) => pod !== lone.pod).map((pod) => valueOf(pod, signal))
    const others = values.includes(null) ? null : median(values.map(Number))
    if (others === null) continue
    const { value, perHour } = lone.drift
    return { kind: 'lone-growth', ...spread([lone.pod], pods), signal, value, perHour, others }
  }
  return null
}
