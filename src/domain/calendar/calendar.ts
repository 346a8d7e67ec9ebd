import type { DurationMs } from '#src/domain/time/units.ts'

/** Working time on some days of the week, as the clocks of the calendar's zone say. */
export type WorkingHours = {
  /** 0 is Monday, 6 is Sunday. */
  readonly days: readonly number[]
  /** After midnight; `to` is later than `from`, and at most 24 h. */
  readonly from: DurationMs
  readonly to: DurationMs
}

/** When a team works: windows of local time, without holidays. */
export type Calendar = {
  /** An IANA name. */
  readonly timeZone: string
  readonly hours: readonly WorkingHours[]
  /** Local dates, `2026-12-25`. */
  readonly holidays: readonly string[]
}
