import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'

/** How long ago something was: in seconds within the last minute, else in minutes. What is to come is no time ago. */
export function agoOf(at: EpochMs, now: EpochMs): string {
  const age: DurationMs = Math.max(0, now - at)
  const step = age < minutes(1) ? seconds(1) : minutes(1)
  // A time of no seconds would be told in milliseconds.
  return formatDuration(Math.max(seconds(1), Math.floor(age / step) * step))
}
