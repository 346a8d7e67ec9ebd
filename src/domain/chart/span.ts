import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'

/** A stretch of time, `[from, to)`. */
export type Span = { readonly from: EpochMs; readonly to: EpochMs }

/** The shortest stretch that is worth a picture: two of the steps in which a day is remembered. */
const LEAST: DurationMs = minutes(4)

/**
 * The stretch between two moments in either order, as far as it lies in `within`; null where less than four minutes are
 * left of it.
 */
export function spanBetween(one: EpochMs, other: EpochMs, within: Span): Span | null {
  const from = Math.max(within.from, Math.min(one, other))
  const to = Math.min(within.to, Math.max(one, other))
  return to - from >= LEAST ? { from, to } : null
}
