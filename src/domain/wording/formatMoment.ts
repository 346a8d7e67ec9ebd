import { texts } from './texts.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

type Civil = { readonly year: number; readonly month: number; readonly day: number }

const made = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what formatting does: one for each shape and zone. */
function formatter(
  timeZone: string,
  shape: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${shape} ${timeZone}`
  let format = made.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(texts.locale, { ...options, timeZone })
    made.set(key, format)
  }
  return format
}

function civilOf(at: EpochMs, timeZone: string): Civil {
  const format = formatter(timeZone, 'civil', { year: 'numeric', month: 'numeric', day: 'numeric' })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return { year: parts.get('year') ?? 0, month: parts.get('month') ?? 0, day: parts.get('day') ?? 0 }
}

/** Days since 1970-01-01 of a civil date (H. Hinnant, "chrono-compatible low-level date algorithms"). */
function dayNumber({ year, month, day }: Civil): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** A clock time: `08:31`, or `08:31:05` with seconds. */
export function formatClock(at: EpochMs, timeZone: string, withSeconds = false): string {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  return withSeconds
    ? formatter(timeZone, 'seconds', { ...options, second: '2-digit' }).format(at)
    : formatter(timeZone, 'clock', options).format(at)
}

/**
 * A moment as one says it: `08:31` today, `yesterday 08:31`, `tomorrow 14:20`, `Mon 08:31` within six days,
 * `12 Nov 08:31`, and `12 Nov 2024 08:31` in another year. Days are those of `timeZone` (an IANA name).
 */
export function formatMoment(at: EpochMs, now: EpochMs, timeZone: string): string {
  const clock = formatClock(at, timeZone)
  const then = civilOf(at, timeZone)
  const today = civilOf(now, timeZone)
  const away = dayNumber(then) - dayNumber(today)
  if (away === 0) return clock
  if (away === -1) return texts.yesterday(clock)
  if (away === 1) return texts.tomorrow(clock)
  if (Math.abs(away) <= 6)
    return `${formatter(timeZone, 'weekday', { weekday: 'short' }).format(at)} ${clock}`
  const date =
    then.year === today.year
      ? formatter(timeZone, 'date', { day: 'numeric', month: 'short' })
      : formatter(timeZone, 'year', { day: 'numeric', month: 'short', year: 'numeric' })
  return `${date.format(at)} ${clock}`
}
