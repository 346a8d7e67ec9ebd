import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { days, type DurationMs, type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { zoneOffset } from '#src/domain/time/zoneOffset.ts'
import { englishCheck as words } from './englishCheck.ts'
import { formatDuration } from './formatDuration.ts'
import { formatClock } from './formatMoment.ts'
import type { Reader } from './reasonEvidence.ts'
import { texts } from './texts.ts'

/** Clocks are changed by no more than this, and not twice within it. */
const CHANGE_WITHIN: DurationMs = hours(3)

/** `UTC+1`, `UTC−3:30`. */
function offsetName(offset: number): string {
  const whole = Math.round(Math.abs(offset) / minutes(1))
  const rest = whole % 60
  const far = `${Math.floor(whole / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
  return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${far}`
}

/** The clock of a moment. Where clocks were set back and show it for the second time, its offset tells which one is meant. */
function clockOf(at: EpochMs, timeZone: string): string {
  const clock = formatClock(at, timeZone)
  const offset = zoneOffset(at, timeZone)
  const before = zoneOffset(at - CHANGE_WITHIN, timeZone)
  const isSecond = before > offset && zoneOffset(at - (before - offset), timeZone) === before
  return isSecond ? `${clock} (${offsetName(offset)})` : clock
}

const localDay = (at: EpochMs, timeZone: string): number =>
  Math.floor((at + zoneOffset(at, timeZone)) / days(1))

const formats = new Map<string, Intl.DateTimeFormat>()

function format(shape: string, options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  const key = `${shape} ${timeZone}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(texts.locale, { ...options, timeZone })
  formats.set(key, made)
  return made
}

const DATE = { day: 'numeric', month: 'short' } as const

/** The day as one says it at `now`: empty today, `Fri` within six days, `12 Nov` else, `12 Nov 2024` in another year. */
function dayOf(at: EpochMs, { now, timeZone }: Reader): string {
  const away = localDay(at, timeZone) - localDay(now, timeZone)
  return away === 0 ? '' : namedDay(at, away, { now, timeZone })
}

/** The day of a moment by its name, also where that is today: `Fri`, `12 Nov`. */
export const checkDay = (at: EpochMs, reader: Reader): string =>
  namedDay(at, localDay(at, reader.timeZone) - localDay(reader.now, reader.timeZone), reader)

function namedDay(at: EpochMs, away: number, { now, timeZone }: Reader): string {
  if (Math.abs(away) <= 6) return format('weekday', { weekday: 'short' }, timeZone).format(at)
  const year = format('year', { year: 'numeric' }, timeZone)
  return year.format(at) === year.format(now)
    ? format('date', DATE, timeZone).format(at)
    : format('dated', { ...DATE, year: 'numeric' }, timeZone).format(at)
}

/**
 * A moment that is read again days later, as a report is: `03:12` on the day of `now`, `Fri 17:40` within six days, else
 * `12 Nov 17:40`; never "yesterday". The second 02:30 of a night in which clocks are set back is `02:30 (UTC+1)`.
 */
export function checkMoment(at: EpochMs, reader: Reader): string {
  const day = dayOf(at, reader)
  const clock = clockOf(at, reader.timeZone)
  return day === '' ? clock : `${day} ${clock}`
}

/** Of a span that is longer, two clocks alone leave open which of them is the later. */
const CLEAR_WITHIN: DurationMs = hours(18)

/** The end of a long span is told with its day, also where that is today. */
function endOf({ from, to }: SeenSpan, reader: Reader): string {
  const { timeZone } = reader
  if (to - from < CLEAR_WITHIN) return checkMoment(to, reader)
  return `${checkDay(to, reader)} ${clockOf(to, timeZone)}`
}

/** From when to when: `01:00–01:40`, `Sat 01:00–01:40`, `Fri 23:50–Sat 00:10`. */
export function checkSpan({ from, to }: SeenSpan, reader: Reader): string {
  const { timeZone } = reader
  const isOneDay = localDay(from, timeZone) === localDay(to, timeZone)
  const end = isOneDay ? clockOf(to, timeZone) : endOf({ from, to }, reader)
  const start = checkMoment(from, reader)
  return start.endsWith(end) && isOneDay ? start : words.fromTo(start, end)
}

/** How long something lasted, in whole minutes from one minute on: `40 s`, `24 min`, `6 h 55 min`, `2 d 3 h`. */
export function lasting(duration: DurationMs): string {
  const step = duration < minutes(1) ? seconds(1) : minutes(1)
  return formatDuration(Math.max(step, Math.round(duration / step) * step))
}

/** The same where some of it was not seen, and it may have been longer: `at least 24 min`, rounded down. */
export function lastingAtLeast(duration: DurationMs): string {
  const step = duration < minutes(1) ? seconds(1) : minutes(1)
  return words.atLeast(formatDuration(Math.max(seconds(1), Math.floor(duration / step) * step)))
}
