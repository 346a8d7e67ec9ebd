import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { CLOCK_SLEW, type PodFacts } from './podFacts.ts'

/** The version is asked for as soon as a start is seen; its endpoint may not be there yet. */
const WAITS_AT_MOST: DurationMs = minutes(5)

/**
 * Whether a start of a pod at `at` may still turn out to be a deploy: its version was not read since. A pod whose clock is
 * wrong waits no longer: the time is measured from when the start was seen.
 */
export function awaitsVersion({ awaits }: Pick<PodFacts, 'awaits'>, at: EpochMs, now: EpochMs): boolean {
  if (awaits === null || at < awaits.start) return false
  const waited = now - awaits.since
  return waited + CLOCK_SLEW >= 0 && waited < WAITS_AT_MOST
}
