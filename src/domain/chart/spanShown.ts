import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { Span } from './span.ts'

/** The end moves on by a thousandth of what is shown: less is not to be seen, and would be asked anew each second. */
const STEPS = 1000
const LEAST_STEP: DurationMs = seconds(15)

/** What a person chose to see. */
export type SpanChosen = {
  /** A stretch that somebody zoomed into; null: all of the range. */
  readonly zoom: Span | null
  readonly range: DurationMs
  /** The moment that is looked at; null: now. */
  readonly at: EpochMs | null
}

/**
 * The stretch that charts show: the zoom where there is one; else the range up to `now`, or with the moment that is looked
 * at in its middle, but not further than now. The end of what ends now is rounded up to a step of 15 s or more.
 */
export function spanShown({ zoom, range, at }: SpanChosen, now: EpochMs): Span {
  if (zoom !== null) return zoom
  const step = Math.max(LEAST_STEP, range / STEPS)
  const latest = Math.ceil(now / step) * step
  const to = at === null ? latest : Math.min(latest, at + range / 2)
  return { from: to - range, to }
}
