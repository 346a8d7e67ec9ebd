import type { Bin } from '#src/domain/series/binRing.ts'
import { days, type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import { zoneOffset } from '#src/domain/time/zoneOffset.ts'
import { median } from './median.ts'
import type { Rhythm } from './pattern.ts'

/** An hour is high from so many times the median of all hours on. */
const HIGH = 2

/** A job has its hour; what is high for longer each day is the load of the day. */
const MOST_HOURS = 4

/** More high hours than these, of all that are known, are no exception any more. */
const MOST_HIGH = MOST_HOURS / 24

/** How often it must have been so: of the last seven days, and of the last four weeks. */
const RULES = [
  { every: 'day', step: 1, of: 7, least: 5 },
  { every: 'week', step: 7, of: 4, least: 3 },
] as const

const DAY_HOURS = 24
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_0 = 3

/** An hour by the clocks of a zone, counted from 1970. */
type LocalHour = number

/** Means by local hour. What a zone's clocks show twice in autumn is one hour. */
function byHour(bins: readonly Bin[], timeZone: string): ReadonlyMap<LocalHour, number> {
  const sums = new Map<LocalHour, { sum: number; count: number }>()
  for (const { t, mean, count } of bins) {
    const hour = localHour(t, timeZone)
    const known = sums.get(hour) ?? { sum: 0, count: 0 }
    sums.set(hour, { sum: known.sum + mean * count, count: known.count + count })
  }
  return new Map([...sums].map(([hour, { sum, count }]) => [hour, sum / count]))
}

const localHour = (t: EpochMs, timeZone: string): LocalHour =>
  Math.floor((t + zoneOffset(t, timeZone)) / hours(1))

type Rule = (typeof RULES)[number]

/** In how many of the days or weeks up to this hour it was high, of how many that are known. */
function hitsOf(means: ReadonlyMap<LocalHour, number>, hour: LocalHour, high: number, { step, of }: Rule) {
  const known = Array.from({ length: of }, (_, i) => means.get(hour - i * step * DAY_HOURS)).filter(
    (mean) => mean !== undefined,
  )
  return { hits: known.filter((mean) => mean >= high).length, of: known.length, peak: Math.max(...known) }
}

function rhythmAt(
  means: ReadonlyMap<LocalHour, number>,
  hour: LocalHour,
  usual: number,
  rule: Rule,
): Omit<Rhythm, 'endsAt'> | null {
  const high = HIGH * usual
  const isHigh = (each: LocalHour): boolean => hitsOf(means, each, high, rule).hits >= rule.least
  if (!isHigh(hour) || (means.get(hour) ?? 0) < high) return null
  let [first, last] = [hour, hour]
  while (isHigh(first - 1) && last - first < MOST_HOURS) first--
  // The hours to come were so in the past: asked of the day or week before.
  const before = rule.step * DAY_HOURS
  while (hitsOf(means, last + 1 - before, high, rule).hits >= rule.least - 1 && last - first < MOST_HOURS)
    last++
  if (last - first >= MOST_HOURS) return null
  const { hits, of, peak } = hitsOf(means, hour, high, rule)
  const day = Math.floor(first / DAY_HOURS)
  const from: DurationMs = hours(first - day * DAY_HOURS)
  return {
    every: rule.every,
    weekday: (day + WEEKDAY_OF_DAY_0) % 7,
    from,
    to: from + hours(last + 1 - first),
    hits,
    of,
    peak,
    usual,
  }
}

/** A first look, without the clocks of a zone: telling those of a month takes some milliseconds. */
function isHighNow(bins: readonly Bin[], at: EpochMs): boolean {
  const usual = median(bins.map(({ mean }) => mean))
  return usual !== null && bins.some(({ t, mean }) => t > at - hours(2) && mean > usual)
}

/**
 * Whether a quantity is high now, or was in the hour before, because it always is at this time: the same hour on five of
 * the last seven days, or on the same weekday in three of the last four weeks, twice the median of all hours or more. `bins`: its last four weeks. Null
 * otherwise; also where it is high for more than four hours in a row or of a day: that is load, or a lasting change.
 * Hours and days are those of `timeZone`, an IANA name, so that a job keeps its hour over a change to summer time.
 */
export function rhythm(bins: readonly Bin[], at: EpochMs, timeZone: string): Rhythm | null {
  const known = bins.filter(({ t }) => t > at - days(28) && t <= at)
  if (!isHighNow(known, at)) return null
  const means = byHour(known, timeZone)
  const usual = median([...means.values()])
  if (usual === null || usual <= 0) return null
  const now = localHour(at, timeZone)
  const recent = [...means].filter(([hour]) => hour > now - 7 * DAY_HOURS)
  const high = recent.filter(([, mean]) => mean >= HIGH * usual)
  if (high.length > MOST_HIGH * recent.length) return null
  for (const hour of [now, now - 1]) {
    for (const rule of RULES) {
      const found = rhythmAt(means, hour, usual, rule)
      if (found !== null) return { ...found, endsAt: endOf(found, at, timeZone) }
    }
  }
  return null
}

/** When the clocks of the zone show the end of it, at the latest the one nearest to now. */
function endOf({ from, to }: Omit<Rhythm, 'endsAt'>, at: EpochMs, timeZone: string): EpochMs {
  const local = at + zoneOffset(at, timeZone)
  const midnight = Math.floor((local - from) / days(1)) * days(1)
  const asIfUtc = midnight + to
  return asIfUtc - zoneOffset(asIfUtc - zoneOffset(at, timeZone), timeZone)
}
