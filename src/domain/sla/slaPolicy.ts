import type { Calendar } from '#src/domain/calendar/calendar.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { Priority } from './priority.ts'

/** What is promised for one priority. All durations are of the calendar's working time, or elapsed time without one. */
export type SlaTarget = {
  /** Until a person has acknowledged it. */
  readonly acknowledge: DurationMs
  /** Until the service is restored, and from when on that is at risk. */
  readonly restore: DurationMs
  readonly restoreAtRisk: DurationMs
  /** A name in the policy's calendars; null: day and night. */
  readonly calendar: string | null
}

/**
 * What a ticket is judged by. It is pinned in the event that opens a ticket, with its calendars: any two browsers with
 * the same events show the same clocks, and whoever edits the fleet file rewrites no history.
 */
export type SlaPolicy = {
  readonly targets: Readonly<Record<Priority, SlaTarget>>
  readonly calendars: Readonly<Record<string, Calendar>>
  /** Whether the clock of a P1 may be paused. */
  readonly pausesP1: boolean
  /** How long all that opened it has to be well until it is taken as restored. */
  readonly resolveDelay: DurationMs
  /** What comes back within this long after it was restored is the same incident. */
  readonly reopenWindow: DurationMs
  /** Why its service was watched more closely when it was opened (hypercare); null where it was not. */
  readonly hypercare: string | null
}
