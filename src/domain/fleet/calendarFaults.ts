import { writtenHours } from './buildCalendars.ts'
import { ALWAYS } from './buildSla.ts'
import { faultAt } from './faultAt.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { joinPath } from './issueText.ts'
import type { CalendarsFile } from './slaFile.ts'
import { zoneFaults } from './zoneFaults.ts'

type CalendarFile = CalendarsFile[string]

const BACKWARDS = {
  expected: 'an end that is later than the beginning, on the same day',
  repair: 'Where work goes on past midnight, write two hours: until "24:00", and from "00:00" on.',
}

/** Where a window ends before it begins: the place of `to`, or of `from` where only that is written. */
function backwards(calendar: CalendarFile, path: string): FleetIssue[] {
  return writtenHours(calendar).flatMap(({ from, to }, i) => {
    if (from < to) return []
    const at = calendar.hours === undefined ? path : joinPath(joinPath(path, 'hours'), i)
    const written = calendar.hours?.[i] ?? calendar
    const key = written.to === undefined ? 'from' : 'to'
    return [faultAt(joinPath(at, key), written[key], BACKWARDS)]
  })
}

function hoursFaults(calendar: CalendarFile, path: string): FleetIssue[] {
  const { hours, days, from, to } = calendar
  const place = joinPath(path, hours === undefined ? 'days' : 'hours')
  if (writtenHours(calendar).every((window) => window.days.length === 0)) {
    return [faultAt(place, hours ?? days, 'window')]
  }
  const both = hours !== undefined && [days, from, to].some((key) => key !== undefined)
  return both ? [faultAt(place, 'hours beside days, from or to', 'hoursTwice')] : backwards(calendar, path)
}

function faultsOf(name: string, calendar: CalendarFile, path: string): FleetIssue[] {
  return [
    ...(name.toLowerCase() === ALWAYS ? [faultAt(path, name, 'alwaysTaken')] : []),
    ...zoneFaults(calendar.timeZone, joinPath(path, 'timeZone')),
    ...hoursFaults(calendar, path),
  ]
}

/** What is wrong with calendars that no single field of them shows. */
export const calendarFaults = (calendars: CalendarsFile, path: string): FleetIssue[] =>
  Object.entries(calendars).flatMap(([name, calendar]) => faultsOf(name, calendar, joinPath(path, name)))
