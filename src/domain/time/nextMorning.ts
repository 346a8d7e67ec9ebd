import { momentOf } from './momentOf.ts'
import { days, type DurationMs, type EpochMs } from './units.ts'
import { zoneOffset } from './zoneOffset.ts'

/** When somebody looks at the fleet as a matter of course: the morning check. */
export type Mornings = {
  /** After midnight, as the clocks of `timeZone` (an IANA name) say. */
  readonly at: DurationMs
  readonly timeZone: string
  /** Which days are working days: 0 is Monday, 6 is Sunday. */
  readonly days: readonly number[]
}

const WEEK = 7
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_0 = 3

/** The first morning check after `now`. Where no day is a working day, the one a week from now. */
export function nextMorning(now: EpochMs, { at, timeZone, days: workingDays }: Mornings): EpochMs {
  const today = Math.floor((now + zoneOffset(now, timeZone)) / days(1))
  for (let day = today; day <= today + WEEK; day++) {
    if (!workingDays.includes((day + WEEKDAY_OF_DAY_0) % WEEK)) continue
    const morning = momentOf(day, at, timeZone)
    if (morning > now) return morning
  }
  return now + days(WEEK)
}
