import type { EpochMs } from './units.ts'

/** Swedish dates are those of ISO 8601. */
const UTC = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'UTC',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** A moment in UTC to the second as RFC 3339 has it, `2026-11-21T08:12:33Z`: what `parseTimestamp` reads. */
export const printTimestamp = (at: EpochMs): string => `${UTC.format(at).replace(' ', 'T')}Z`
