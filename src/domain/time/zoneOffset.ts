import { daysFromCivil } from './parseTimestamp.ts'
import { days, type DurationMs, type EpochMs, hours, minutes, seconds } from './units.ts'

const made = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what formatting does: one for each zone. */
function partsOf(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  made.set(timeZone, format)
  return format
}

/** How far a zone's clocks (an IANA name) are ahead of UTC at a moment, in ms: negative west of Greenwich. */
export function zoneOffset(at: EpochMs, timeZone: string): DurationMs {
  const parts = new Map(
    partsOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  const local =
    days(daysFromCivil(part('year'), part('month'), part('day'))) +
    hours(part('hour')) +
    minutes(part('minute')) +
    seconds(part('second'))
  return local - Math.floor(at / 1000) * 1000
}
