import { days, type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'

/** A computer seldom sleeps for longer; a clock that is wrong is often wrong by more. */
const LEAP: DurationMs = days(1)

/** A clock that has gone on for so long after a leap is believed. */
const PROVEN: DurationMs = minutes(10)

/**
 * Whether a time may be of a clock that is ahead for a moment: it lies more than a day after all before it, and time has
 * not gone on from there for ten minutes. What such a clock dates would empty every ring: a day's, and with 28 days a
 * month's. After a sleep of more than a day the first ten minutes are therefore not remembered. To be asked of each value.
 */
export function leapGuard(): (t: EpochMs) => boolean {
  let latest: EpochMs | null = null
  let leaptTo: EpochMs | null = null
  return (t) => {
    if (!Number.isFinite(t)) return true
    if (latest === null || t <= latest + LEAP) {
      latest = Math.max(latest ?? t, t)
      leaptTo = null
      return false
    }
    // It has to go on minute by minute: another leap is as doubtful.
    if (leaptTo === null || t < leaptTo || t > leaptTo + 2 * PROVEN) leaptTo = t
    if (t - leaptTo < PROVEN) return true
    latest = t
    leaptTo = null
    return false
  }
}
