import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Night } from './night.ts'

/** How long a night may be told by an older account of it in which all is the same but for the time. */
const HOLDS: DurationMs = minutes(1)

/** What was seen last was seen in one of the turns before the question. */
const SLACK: DurationMs = seconds(2)

/** Whether two values are the same, or have gone on as the time has. */
function goesOn(was: unknown, is: unknown, passed: DurationMs): boolean {
  if (was === is) return true
  if (typeof was === 'number' && typeof is === 'number') return Math.abs(is - was - passed) <= SLACK
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null) return false
  const [before, after] = [Object.entries(was), new Map(Object.entries(is))]
  return (
    before.length === after.size &&
    before.every(([key, value]) => after.has(key) && goesOn(value, after.get(key), passed))
  )
}

/**
 * Whether a later account of a night tells nothing new: what stood still stands, and only the time has gone on. The older one
 * may then be shown for a minute, and nothing is drawn anew.
 */
export function isSameNight(was: Night, is: Night): boolean {
  const passed = is.to - was.to
  return passed >= 0 && passed < HOLDS && goesOn(was, is, passed)
}
