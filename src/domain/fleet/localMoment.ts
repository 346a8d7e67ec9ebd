import { momentOf } from '#src/domain/time/momentOf.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'

const IS_DATE = /^\d{4}-\d\d-\d\d$/

/** `2026-11-16T09:00`: what the clocks on the wall show. */
const IS_LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

/** When the clocks of a zone show what they would show in UTC at `at`, which is no time of day where `dayBegins` is one. */
const shownAt = (at: EpochMs, timeZone: string, dayBegins: DurationMs): EpochMs => {
  const day = Math.floor(at / days(1))
  return momentOf(day, at - day * days(1) + dayBegins, timeZone)
}

/**
 * A day or a moment as the fleet file writes it. Without an offset it is meant as the clocks of `timeZone` (an IANA
 * name) show it; a day alone begins when they show `dayBegins` (after midnight). Null where it is none, or does not
 * exist (30 February).
 */
export function momentIn(text: string, timeZone: string, dayBegins: DurationMs = 0): EpochMs | null {
  const at = parseTimestamp(text)
  if (at === null) return null
  if (IS_DATE.test(text)) return shownAt(at, timeZone, dayBegins)
  return IS_LOCAL.test(text) ? shownAt(at, timeZone, 0) : at
}

/** As `momentIn`, for the end of a span: a day alone is meant with all its hours, to the beginning of the next. */
export function endIn(text: string, timeZone: string, dayBegins: DurationMs = 0): EpochMs | null {
  const at = parseTimestamp(text)
  if (at === null || !IS_DATE.test(text)) return momentIn(text, timeZone)
  return shownAt(at + days(1), timeZone, dayBegins)
}
