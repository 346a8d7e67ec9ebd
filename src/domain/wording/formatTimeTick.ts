import { dayAndClock } from './formatAbout.ts'
import { texts } from './texts.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** A tick of a time axis: its clock, and at midnight the day: `09:00`, `Thu`, `12 Nov`. */
export function formatTimeTick(at: EpochMs, now: EpochMs, timeZone: string): string {
  const { day, clock } = dayAndClock(at, now, timeZone)
  if (clock !== '00:00') return clock
  return day === '' ? texts.slope.fit.today : day
}
