import type { Calendar, WorkingHours } from '#src/domain/calendar/calendar.ts'
import { BUSINESS } from '#src/domain/sla/defaultPolicy.ts'
import { type DurationMs, hours, minutes } from '#src/domain/time/units.ts'
import { WEEKDAYS } from './fieldShapes.ts'
import type { CalendarsFile } from './slaFile.ts'

type CalendarFile = CalendarsFile[string]

const USUAL = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' } as const

/** How long after midnight a clock shows `08:55`; `24:00` is a day. */
export function clockTime(text: string): DurationMs {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return hours(hour) + minutes(minute)
}

/** The hours of a calendar as they are written, with their defaults. */
export const writtenHours = ({ hours: own, days, from, to }: CalendarFile): readonly WorkingHours[] =>
  (own ?? [{ days: days ?? USUAL.days, from: from ?? USUAL.from, to: to ?? USUAL.to }]).map((window) => ({
    days: window.days.map((day) => WEEKDAYS.indexOf(day)),
    from: clockTime(window.from),
    to: clockTime(window.to),
  }))

/**
 * The calendars of a valid fleet file by name; `business` is among them in any case. `timeZone` (an IANA name) is that
 * of calendars which name none.
 */
export function buildCalendars(
  file: CalendarsFile | undefined,
  timeZone: string,
): Readonly<Record<string, Calendar>> {
  const written = Object.entries<CalendarFile>({ [BUSINESS]: {}, ...file })
  return Object.fromEntries(
    written.map(([name, calendar]): [string, Calendar] => [
      name,
      {
        timeZone: calendar.timeZone ?? timeZone,
        hours: writtenHours(calendar),
        holidays: calendar.holidays ?? [],
      },
    ]),
  )
}

/** How much of a day's time its windows make up, counting once what lies in two of them. */
function lengthOf(windows: readonly WorkingHours[]): DurationMs {
  let [total, end] = [0, 0]
  for (const { from, to } of windows.toSorted((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return total
}

/** A working day: the longest of a calendar's week, or of 24 hours without a calendar. */
export function workingDay(calendar: Calendar | null): DurationMs {
  if (calendar === null) return hours(24)
  const windowsOf = (day: number): WorkingHours[] => calendar.hours.filter(({ days }) => days.includes(day))
  return Math.max(...WEEKDAYS.map((_, day) => lengthOf(windowsOf(day))))
}
