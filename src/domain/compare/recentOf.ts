import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { median } from '#src/domain/slope/ordered.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'

/** A single scrape is no verdict on a pod: what it had over this time is. */
const RECENT: DurationMs = minutes(20)
const FEWEST_PLACES = 3

/** The places at the end of a line that are recent: of 20 minutes, at least three. */
function recentPlaces({ mean, step }: SignalHistory): Float32Array {
  return mean.subarray(-Math.max(FEWEST_PLACES, Math.ceil(RECENT / step)))
}

/** The median of what a pod had lately, at the end of its line, in the signal's unit; null where nothing was read then. */
export function recentOf(history: SignalHistory): number | null {
  const known = recentPlaces(history).filter((value) => Number.isFinite(value))
  return known.length === 0 ? null : median(known)
}
