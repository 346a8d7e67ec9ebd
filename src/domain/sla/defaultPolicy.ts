import type { Calendar } from '#src/domain/calendar/calendar.ts'
import { type DurationMs, hours, minutes } from '#src/domain/time/units.ts'
import type { Priority } from './priority.ts'
import type { SlaPolicy, SlaTarget } from './slaPolicy.ts'

/** The name of the calendar that P3 to P5 go by. */
export const BUSINESS = 'business'

/** Monday to Friday, nine to six. */
const businessCalendar = (timeZone: string): Calendar => ({
  timeZone,
  hours: [{ days: [0, 1, 2, 3, 4], from: hours(9), to: hours(18) }],
  holidays: [],
})

/** Nine hours: targets in days are stored as working time. */
const WORKING_DAY: DurationMs = hours(9)

/** The usual share of a target from which on it is at risk, where nothing else is agreed on. */
export const AT_RISK_SHARE = 0.8

const inBusinessHours = (acknowledge: DurationMs, restore: DurationMs): SlaTarget => ({
  acknowledge,
  restore,
  restoreAtRisk: AT_RISK_SHARE * restore,
  calendar: BUSINESS,
})

/** What is promised where the fleet file says nothing: P1 and P2 by day and night, the others in business hours. */
const DEFAULT_TARGETS: Readonly<Record<Priority, SlaTarget>> = {
  1: { acknowledge: minutes(15), restore: hours(4), restoreAtRisk: hours(2), calendar: null },
  2: { acknowledge: minutes(30), restore: hours(8), restoreAtRisk: hours(6), calendar: null },
  3: inBusinessHours(hours(2), 3 * WORKING_DAY),
  4: inBusinessHours(WORKING_DAY, 5 * WORKING_DAY),
  5: inBusinessHours(2 * WORKING_DAY, 10 * WORKING_DAY),
}

/** The policy of a fleet that names none; `timeZone`: in which its working hours are meant, an IANA name. */
export const defaultPolicy = (timeZone: string): SlaPolicy => ({
  targets: DEFAULT_TARGETS,
  calendars: { [BUSINESS]: businessCalendar(timeZone) },
  pausesP1: false,
  resolveDelay: minutes(5),
  reopenWindow: minutes(30),
  hypercare: null,
})
