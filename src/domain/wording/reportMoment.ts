import type { EpochMs } from '#src/domain/time/units.ts'
import { formatClock } from './formatMoment.ts'
import { texts } from './texts.ts'

const made = new Map<string, Intl.DateTimeFormat>()

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat(texts.locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  made.set(timeZone, format)
  return format
}

/** A day for who reads it later: `Mon, 23 Nov 2026`. `timeZone` is an IANA name. */
export const reportDay = (at: EpochMs, timeZone: string): string => dayFormat(timeZone).format(at)

/** A moment for who reads it later: `Mon, 23 Nov 2026 08:55`. */
export const reportMoment = (at: EpochMs, timeZone: string): string =>
  `${reportDay(at, timeZone)} ${formatClock(at, timeZone)}`
