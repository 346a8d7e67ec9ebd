import { isFlat } from '#src/domain/baseline/isFlat.ts'
import { binsBetween } from '#src/domain/series/binRing.ts'
import type { HistoryBook } from '#src/domain/series/historyBook.ts'
import type { DriftStore } from '#src/domain/slope/driftStore.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'

/** A median of one page goes up and down: what it is now is told by half an hour of pages. */
const LOOKED_AT: DurationMs = minutes(30)

/** What is known of the median latency of one pod: `name` is that of its series, `usual` what it usually is. */
type Median = { readonly name: string; readonly usual: number | undefined }

/**
 * Whether the median stays where it was, so that what rises in the slowest requests is their own: it does not drift, and is
 * about what it usually is. False where that is not known.
 */
export function isOnlyTail(
  { histories, drifts }: { readonly histories: HistoryBook; readonly drifts: DriftStore },
  { name, usual }: Median,
  at: EpochMs,
): boolean {
  const history = histories.get(name)
  if (history === null || usual === undefined || drifts.isDrifting(name)) return false
  const bins = binsBetween(history.fine, at - LOOKED_AT, at + 1)
  const mean = bins.reduce((sum, bin) => sum + bin.mean, 0) / bins.length
  return bins.length > 0 && isFlat(mean, usual)
}
