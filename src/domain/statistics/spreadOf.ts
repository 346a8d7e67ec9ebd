import type { DurationMs } from '#src/domain/time/units.ts'
import type { Spread } from './ticketStatistics.ts'

/** Of fewer a p90 is no more than the longest but one. */
const P90_FROM = 10
const P95_FROM = 20

/** The least of sorted values that a share of all do not exceed: nearest rank. Null of none. */
const rank = (sorted: readonly DurationMs[], share: number): DurationMs | null =>
  sorted[Math.ceil(share * sorted.length) - 1] ?? null

/**
 * Median, mean, p90, p95 and the longest of some durations in ms, in whatever order. Percentiles are by nearest rank,
 * so each is a duration that occurred; of few values the high ones are null (tickets, R13). All are null of none.
 */
export function spreadOf(durations: readonly DurationMs[]): Spread {
  const sorted = durations.toSorted((a, b) => a - b)
  const n = sorted.length
  return {
    n,
    median: rank(sorted, 0.5),
    mean: n === 0 ? null : sorted.reduce((sum, one) => sum + one, 0) / n,
    p90: n < P90_FROM ? null : rank(sorted, 0.9),
    p95: n < P95_FROM ? null : rank(sorted, 0.95),
    longest: sorted.at(-1) ?? null,
  }
}
