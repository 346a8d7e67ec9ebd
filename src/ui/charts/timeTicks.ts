import { days, type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { zoneOffset } from '#src/domain/time/zoneOffset.ts'

const STEPS: readonly DurationMs[] = [
  minutes(1),
  minutes(5),
  minutes(15),
  minutes(30),
  hours(1),
  hours(2),
  hours(3),
  hours(6),
  hours(12),
  days(1),
  days(2),
  days(7),
]

/**
 * Round moments of a zone's clocks between two moments: quarters of an hour, hours, midnights. Where clocks are set forward or
 * back the ticks stay on round hours, so that two may be nearer to each other.
 * @param atMost how many at most, from 2 on.
 */
export function timeTicks(from: EpochMs, to: EpochMs, timeZone: string, atMost: number): readonly EpochMs[] {
  if (!(to > from)) return [from]
  const step =
    STEPS.find((step) => (to - from) / step < atMost) ?? days(Math.ceil((to - from) / days(atMost)))
  const ahead = zoneOffset(from, timeZone)
  const ticks: EpochMs[] = []
  for (let local = Math.ceil((from + ahead) / step) * step; local - ahead <= to + hours(2); local += step) {
    // The offset at about that moment: clocks may have been set in between.
    const at = local - zoneOffset(local - ahead, timeZone)
    if (at >= from && at <= to) ticks.push(at)
  }
  return ticks
}
