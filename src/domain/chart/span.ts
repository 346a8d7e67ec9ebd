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

/**
 * What somebody selected of `within`: as long as is worth a picture where it was less, about its middle. Null where nothing
 * was selected, or nothing that lies there.
 */
export function spanSelected(one: EpochMs, other: EpochMs, within: Span): Span | null {
  const [from, to] = [Math.min(one, other), Math.max(one, other)]
  if (from === to || from >= within.to || to <= within.from) return null
  const missing = Math.max(0, LEAST - (to - from)) / 2
  // At an end it grows to the other side only.
  const start = Math.max(within.from, Math.min(from - missing, within.to - LEAST))
  return spanBetween(start, Math.max(to + missing, start + LEAST), within)
}
