import { type EpochMs, minutes } from '#src/domain/time/units.ts'

/** After a longer silence a mean rate would be a number about the past: as for signals. */
const LONGEST_GAP = minutes(10)

/** The seconds from one page to the next; null where nothing can be said about rates. */
export const secondsBetween = (before: EpochMs | null, now: EpochMs): number | null => {
  const gap = before === null ? 0 : now - before
  return gap > 0 && gap <= LONGEST_GAP ? gap / 1000 : null
}

/**
 * What a counter rose by a second. A value below the one before is a reset, since a restart sets counters to 0: all of it
 * is new then, as in Prometheus' `rate()`. Null where the rise is not finite, and of values that are none.
 */
export function riseOf(before: number, now: number, seconds: number): number | null {
  const rise = (now < before ? now : now - before) / seconds
  return Number.isFinite(rise) && rise >= 0 ? rise : null
}
