import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { median } from '#src/domain/slope/ordered.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'

/** A single scrape is no verdict on a pod: what it had over this time is. */
const RECENT: DurationMs = minutes(20)
const FEWEST_PLACES = 3

/**
 * The median of what a pod had lately, in the signal's unit: of the last 20 minutes of its line, at least three places. Null
 * where nothing was read then, and where the line ends more than 20 minutes before `to`.
 */
export function recentOf({ mean, from, step }: SignalHistory, to: EpochMs): number | null {
  if (from + step * mean.length < to - RECENT) return null
  const places = mean.subarray(-Math.max(FEWEST_PLACES, Math.ceil(RECENT / step)))
  const known = places.filter((value) => Number.isFinite(value))
  return known.length === 0 ? null : median(known)
}
