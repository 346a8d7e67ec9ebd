import { momentOf } from './momentOf.ts'
import { daysFromCivil } from './parseTimestamp.ts'
import { days, type EpochMs, hours, minutes, seconds } from './units.ts'
import { zoneOffset } from './zoneOffset.ts'

const WALL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/

/** What clocks and calendars of a zone (an IANA name) show, to the second: `2026-11-21T08:12:33`, as HTML's date fields take it. */
export const printWallTime = (at: EpochMs, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
    .format(at)
    .replace(' ', 'T')

/**
 * Reads what `printWallTime` writes, with or without seconds; null for anything else. Where clocks are set forward it is
 * the moment as far after the gap, where they are set back the earlier of both.
 */
export function readWallTime(text: string, timeZone: string): EpochMs | null {
  const [year, month, day, hour, minute, second] = (WALL.exec(text) ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0))
  if (year === undefined || month === undefined || day === undefined) return null
  const time = hours(hour ?? 0) + minutes(minute ?? 0) + seconds(second ?? 0)
  if (time >= days(1)) return null
  const at = momentOf(daysFromCivil(year, month, day), time, timeZone)
  return Number.isFinite(at + zoneOffset(at, timeZone)) ? at : null
}
