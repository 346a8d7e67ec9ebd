import { joinSpans, outside, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, type EpochMs, hours, seconds } from '#src/domain/time/units.ts'

/** So far back is looked: on a Monday morning, to Friday. */
const LOOKS_BACK: DurationMs = hours(72)

/** A shorter hole is none: a word on a pod holds for as long. */
const SHORTEST: DurationMs = seconds(30)

/** What of the last three days is neither seen here nor known from elsewhere, oldest first. `known`: in any order. */
export const missingSpans = (known: readonly SeenSpan[], now: EpochMs): readonly SeenSpan[] =>
  outside(joinSpans(known, 0), { from: now - LOOKS_BACK, to: now }).filter(
    ({ from, to }) => to - from >= SHORTEST,
  )
