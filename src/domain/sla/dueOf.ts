import { afterWorkingTime } from '#src/domain/calendar/afterWorkingTime.ts'
import type { Calendar } from '#src/domain/calendar/calendar.ts'
import { workingTime } from '#src/domain/calendar/workingTime.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { ClockRun } from './clockRun.ts'

/**
 * When a run has used up a duration: the last moment that keeps it, as a limit is broken only afterwards. Working time
 * counts outside of its stops, so a pause over a weekend puts nothing off (tickets, R5). Infinity where that never
 * comes: it stands still with no end in sight, or its calendar never opens.
 */
export function dueOf({ legs }: ClockRun, calendar: Calendar | null, duration: DurationMs): EpochMs {
  let left = duration
  for (const { from, to } of legs) {
    const due = afterWorkingTime(calendar, from, left)
    if (due < to) return due
    left -= workingTime(calendar, from, to)
  }
  return Infinity
}
