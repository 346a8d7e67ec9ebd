import type { Calendar } from '#src/domain/calendar/calendar.ts'
import { workingTime } from '#src/domain/calendar/workingTime.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { ClockRun } from './clockRun.ts'

/** How much of its calendar's working time a run has used up at a moment. */
export function spentAt({ legs }: ClockRun, calendar: Calendar | null, at: EpochMs): DurationMs {
  let spent = 0
  for (const { from, to } of legs) spent += workingTime(calendar, from, Math.min(to, at))
  return spent
}
