import type { Increase } from '#src/domain/signals/window/counterIncrease.ts'
import { type LabelFilter, matchesFilter } from '#src/domain/signals/window/labelFilter.ts'
import type { Window } from '#src/domain/signals/window/window.ts'

/** How many observations fell between two values in a window. */
export type Bucket = { readonly lower: number; readonly upper: number; readonly count: number }

const numberOf = (text: string): number => (text === '+Inf' || text === 'Inf' ? Infinity : Number(text))

const grouped = (grown: readonly Increase[], label: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { labels, by } of grown) {
    const edge = labels[label]
    if (edge !== undefined) counts.set(edge, (counts.get(edge) ?? 0) + by)
  }
  return counts
}

/**
 * Cumulative `le` counts. A page written while requests run may have a bucket below its predecessor:
 * repaired.
 */
const classicBuckets = (grown: readonly Increase[]): readonly Bucket[] => {
  const counts = new Map<number, number>()
  for (const [edge, count] of grouped(grown, 'le')) {
    // `1` and `1.0` are one edge.
    const upper = numberOf(edge)
    counts.set(upper, (counts.get(upper) ?? 0) + count)
  }
  const edges = [...counts]
    .map(([upper, count]) => ({ upper, count }))
    .filter(({ upper }) => !Number.isNaN(upper))
    .sort((a, b) => a.upper - b.upper)
  const buckets: Bucket[] = []
  let below = 0
  let lower: number | null = null
  for (const { upper, count } of edges) {
    const cumulative = Math.max(below, count)
    buckets.push({ lower: lower ?? Math.min(0, upper), upper, count: cumulative - below })
    below = cumulative
    lower = upper
  }
  return buckets
}

/**
 * VictoriaMetrics' `vmrange="1.896e-05...2.154e-05"`: each counts only its own range, empty ones are left
 * out.
 */
const vmBuckets = (grown: readonly Increase[]): readonly Bucket[] =>
  [...grouped(grown, 'vmrange')]
    .map(([range, count]) => {
      const [from = '', to = ''] = range.split('...')
      return { lower: numberOf(from), upper: numberOf(to), count }
    })
    .filter(({ lower, upper }) => lower <= upper)
    .sort((a, b) => a.upper - b.upper)

/**
 * The buckets of a histogram over the window, all series of the family together that fit the filter; empty where it has
 * none.
 */
export const bucketsOver = (window: Window, family: string, filter?: LabelFilter): readonly Bucket[] => {
  const all = window.increases(`${family}_bucket`)
  const grown = filter === undefined ? all : all.filter(({ labels }) => matchesFilter(labels, filter))
  if (grown.length === 0) return []
  const classic = classicBuckets(grown)
  return classic.length > 0 ? classic : vmBuckets(grown)
}

/**
 * The value that a share `q` (0 to 1) of the observations stays under, interpolated within its bucket as
 * Prometheus' `histogram_quantile` does; in the last, open bucket it is the highest finite bound. Null
 * without observations, and where the open bucket is the only one.
 */
export const quantileOf = (buckets: readonly Bucket[], q: number): number | null => {
  const total = buckets.reduce((sum, { count }) => sum + count, 0)
  if (total <= 0) return null
  const rank = q * total
  let below = 0
  for (const { lower, upper, count } of buckets) {
    if (count > 0 && below + count >= rank) {
      if (upper === Infinity) return buckets.length > 1 ? lower : null
      return lower + (upper - lower) * ((rank - below) / count)
    }
    below += count
  }
  return null
}
