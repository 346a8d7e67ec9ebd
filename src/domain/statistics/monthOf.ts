import type { EpochMs } from '#src/domain/time/units.ts'

const made = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what formatting does: one for each zone. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
  })
  made.set(timeZone, format)
  return format
}

/** The month of a moment by the calendars of a zone (an IANA name), as `2026-11`: texts sort as months do. */
export function monthOf(at: EpochMs, timeZone: string): string {
  const parts = formatter(timeZone).formatToParts(at)
  const part = (name: Intl.DateTimeFormatPartTypes): string =>
    parts.find(({ type }) => type === name)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}`
}
