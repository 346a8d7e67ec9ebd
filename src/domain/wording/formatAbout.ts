import { formatClock, formatMoment } from './formatMoment.ts'
import { texts } from './texts.ts'
import { days, type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'

/** How finely a forecast is told: nobody knows the minute of the day after tomorrow. */
function fineness(away: DurationMs): DurationMs {
  if (away <= hours(1)) return minutes(1)
  return away <= days(1) ? minutes(5) : minutes(10)
}

/** From this far on only the day is told. */
const ONLY_THE_DAY = days(7)

/** The clock of a moment, and the day before it as `formatMoment` has it: empty today. */
export function dayAndClock(
  at: EpochMs,
  now: EpochMs,
  timeZone: string,
): { readonly day: string; readonly clock: string } {
  const clock = formatClock(at, timeZone)
  return { day: formatMoment(at, now, timeZone).slice(0, -clock.length).trimEnd(), clock }
}

/**
 * A moment that was reckoned, not seen: `about 09:40` today, `Thu about 09:40`, and `about 12 Dec` a week away and
 * later. Rounded to 1 min within an hour of now, to 5 min within a day, else to 10. `timeZone` is an IANA name.
 */
export function formatAbout(at: EpochMs, now: EpochMs, timeZone: string): string {
  const { day, clock } = rounded(at, now, timeZone)
  if (Math.abs(at - now) >= ONLY_THE_DAY) return texts.slope.aboutDay(day)
  return texts.slope.about(day, clock)
}

function rounded(at: EpochMs, now: EpochMs, timeZone: string): ReturnType<typeof dayAndClock> {
  const step = fineness(Math.abs(at - now))
  return dayAndClock(Math.round(at / step) * step, now, timeZone)
}

/**
 * Between which moments something is reckoned to come, beside `formatAbout` of the likeliest: `between 08:10 and 11:30` on
 * that one's day, `between Wed 22:10 and Fri 03:30` else, days alone from a week away on. An open end: `not before 08:10`.
 * Null where that says no more than the day that is told anyway.
 */
export function formatAboutBetween(
  [early, late]: readonly [EpochMs, EpochMs | null],
  about: EpochMs,
  now: EpochMs,
  timeZone: string,
): string | null {
  const isFar = (at: EpochMs): boolean => Math.abs(at - now) >= ONLY_THE_DAY
  const home = rounded(about, now, timeZone).day
  const isHome = [early, late ?? early].every((at) => rounded(at, now, timeZone).day === home)
  if (isHome && isFar(about)) return null
  const say = (at: EpochMs): string => {
    const { day, clock } = rounded(at, now, timeZone)
    if (isHome || day === '') return clock
    return isFar(at) ? day : `${day} ${clock}`
  }
  return late === null ? texts.slope.notBefore(say(early)) : texts.slope.within(say(early), say(late))
}
