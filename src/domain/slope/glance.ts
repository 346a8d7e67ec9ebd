import { hours } from '#src/domain/time/units.ts'
import { meanBetween, meanOf, newestBin } from './bins.ts'
import { firstBinOfSegment, SHORTEST_BENT } from './binWindow.ts'
import { hasProfile, liftOf } from './dailyProfile.ts'
import type { Series } from './driftMemory.ts'
import { LEVELS, type LevelNumber } from './levels.ts'
import { FAST_PATH, FULL, GLANCE, NEW_HIGH } from './parameters.ts'

const HOUR = hours(1)

/** From the middle of the first quarter to that of the last it is three quarters of the window. */
const WHOLE = 4 / 3

/** A slope through all bins may be so much steeper than what the quarters' means say. */
const SLACK = 2

/** The same as `meanBetween`, without the daily curve. */
function straightMean(series: Series, level: LevelNumber, first: number, last: number): number {
  let sum = 0
  let count = 0
  for (let bin = first; bin <= last; bin++) {
    const mean = meanOf(series, level, bin)
    if (Number.isNaN(mean)) continue
    sum += mean - liftOf(series, level, bin)
    count++
  }
  return sum / count
}

/**
 * Whether the window of `length` bins that ends with a level's newest one is worth a test at all: the last quarter of it
 * has to lie above the first, by a share of the level or of what is left to the limit. Nine windows in ten end here,
 * without a list being made. `limit`: NaN where there is none.
 */
export function isWorthTesting(series: Series, level: LevelNumber, length: number, limit: number): boolean {
  const last = newestBin(series, level)
  const first = Math.max(last - length + 1, firstBinOfSegment(series, level), 0)
  const spanHours = (length * LEVELS[level].width) / HOUR
  if (last - first + 1 < FULL.span * length) return false
  const quarter = Math.max(2, Math.floor(length / 4))
  const meanFrom = spanHours >= SHORTEST_BENT && hasProfile(series) ? straightMean : meanBetween
  const early = meanFrom(series, level, first, first + quarter - 1)
  const late = meanFrom(series, level, last - quarter + 1, last)
  // Where a quarter is a gap, the test has to see.
  if (Number.isNaN(early) || Number.isNaN(late)) return spanHours >= NEW_HIGH.fast
  const rise = WHOLE * (late - early)
  if (!(rise > 0)) return false
  if (
    spanHours < NEW_HIGH.fast &&
    !isNearLimit(series, first * LEVELS[level].width, spanHours, rise, limit - late)
  )
    return false
  return (
    rise >= GLANCE.levelShare * Math.abs((late + early) / 2) || rise >= GLANCE.headroomShare * (limit - late)
  )
}

/** Windows of minutes only speak where the limit is near, or where half a day is known. */
function isNearLimit(
  series: Series,
  begin: number,
  spanHours: number,
  rise: number,
  headroom: number,
): boolean {
  const reach = spanHours < 1 ? FAST_PATH.tenMinutes : FAST_PATH.longer
  if (SLACK * rise * reach >= headroom) return true
  return spanHours >= NEW_HIGH.known && begin - series.segmentStart >= NEW_HIGH.halfDay * HOUR
}
