import type { Calendar } from '#src/domain/calendar/calendar.ts'
import { AT_RISK_SHARE, BUSINESS } from '#src/domain/sla/defaultPolicy.ts'
import type { Priority } from '#src/domain/sla/priority.ts'
import type { SlaTarget } from '#src/domain/sla/slaPolicy.ts'
import { parseDuration } from '#src/domain/time/parseDuration.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import { workingDay } from './buildCalendars.ts'
import { type SlaFile, WORKING_DAYS } from './slaFile.ts'

/** The name of day and night, which no calendar may have. */
export const ALWAYS = 'always'

type Usual = {
  readonly acknowledge: string
  readonly restore: string
  readonly atRiskShare: number
  readonly calendar: string
}

/**
 * What is promised where the fleet file says nothing. Days are working days of the calendar, so that they stay days
 * where one works eight hours.
 */
const USUAL: Readonly<Record<keyof SlaFile, Usual>> = {
  P1: { acknowledge: '15m', restore: '4h', atRiskShare: 0.5, calendar: ALWAYS },
  P2: { acknowledge: '30m', restore: '8h', atRiskShare: 0.75, calendar: ALWAYS },
  P3: { acknowledge: '2h', restore: '3bd', atRiskShare: AT_RISK_SHARE, calendar: BUSINESS },
  P4: { acknowledge: '1bd', restore: '5bd', atRiskShare: AT_RISK_SHARE, calendar: BUSINESS },
  P5: { acknowledge: '2bd', restore: '10bd', atRiskShare: AT_RISK_SHARE, calendar: BUSINESS },
}

/** A target in working time: working days are as long as `day`. */
function targetTime(text: string, day: DurationMs): DurationMs {
  const [, count] = WORKING_DAYS.exec(text) ?? []
  return count === undefined ? (parseDuration(text) ?? 0) : Number(count) * day
}

function buildTarget(
  priority: keyof SlaFile,
  file: SlaFile,
  calendars: Readonly<Record<string, Calendar>>,
): SlaTarget {
  const usual = USUAL[priority]
  const { acknowledge, restore, atRisk, calendar = usual.calendar } = file[priority] ?? {}
  const day = workingDay(Object.hasOwn(calendars, calendar) ? (calendars[calendar] ?? null) : null)
  const within = targetTime(restore ?? usual.restore, day)
  return {
    acknowledge: targetTime(acknowledge ?? usual.acknowledge, day),
    restore: within,
    restoreAtRisk: atRisk === undefined ? usual.atRiskShare * within : targetTime(atRisk, day),
    calendar: calendar === ALWAYS ? null : calendar,
  }
}

/** The targets of a fleet file by priority, with their defaults. */
export function buildSla(
  file: SlaFile | undefined,
  calendars: Readonly<Record<string, Calendar>>,
): Readonly<Record<Priority, SlaTarget>> {
  const target = (priority: keyof SlaFile): SlaTarget => buildTarget(priority, file ?? {}, calendars)
  return { 1: target('P1'), 2: target('P2'), 3: target('P3'), 4: target('P4'), 5: target('P5') }
}
