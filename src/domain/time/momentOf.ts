import { days, type DurationMs, type EpochMs } from './units.ts'
import { zoneOffset } from './zoneOffset.ts'

/**
 * The moment at which a zone's clocks (an IANA name) show a civil time: `clock` ms after midnight of the local date
 * that is `day` days after 1970-01-01; 24 h are the midnight that follows. What a change to summer time leaves out
 * comes later by as much as is left out, and of what the change back shows twice the first one is meant: "compatible",
 * as RFC 5545 and Temporal have it. Whether it exists is asked of the offsets of a day before and after, so a zone may
 * change its clocks no more than once in two days.
 */
export function momentOf(day: number, clock: DurationMs, timeZone: string): EpochMs {
  const asIfUtc: EpochMs = day * days(1) + clock
  const before = zoneOffset(asIfUtc - days(1), timeZone)
  const after = zoneOffset(asIfUtc + days(1), timeZone)
  if (before === after) return asIfUtc - before
  const first = asIfUtc - Math.max(before, after)
  const second = asIfUtc - Math.min(before, after)
  if (zoneOffset(first, timeZone) === asIfUtc - first) return first
  return zoneOffset(second, timeZone) === asIfUtc - second ? second : asIfUtc - before
}
