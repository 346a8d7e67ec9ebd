import { type EpochMs, hours } from '#src/domain/time/units.ts'
import { coarseHighOf, fineHighOf, meanOf, newestBin, oldestBin } from './bins.ts'
import { liftOf } from './dailyProfile.ts'
import type { Series } from './driftMemory.ts'
import { LEVELS, type LevelNumber } from './levels.ts'

const HOUR = hours(1)
const HISTORY_LEVELS = [2, 3, 4] as const

/** The range a series has shown in some stretch of its past. */
export type KnownRange = {
  /** From the oldest remembered bin to the end of the stretch; 0: nothing is known. */
  readonly hours: number
  /** The largest and the third largest value (the largest again where there are fewer); -Infinity: nothing is known. */
  readonly highest: number
  readonly third: number
  /** The lowest mean; Infinity: nothing is known. */
  readonly lowest: number
  /** highest − lowest; 0 where nothing is known. */
  readonly swing: number
  /** The same of what the daily curve leaves unexplained; the swing itself where that curve is not known. */
  readonly straightSwing: number
}

/** Which part of a bin counts as its value: its mean, or the largest half minute in it. */
export type Grain = 'means' | 'half-minutes'

function valueOf(series: Series, level: LevelNumber, bin: number, grain: Grain): number {
  if (level === 2) return grain === 'half-minutes' ? fineHighOf(series, 2, bin) : meanOf(series, 2, bin)
  if (level === 3) return grain === 'half-minutes' ? fineHighOf(series, 3, bin) : coarseHighOf(series, bin)
  return meanOf(series, level, bin)
}

/**
 * The range between two times, from the half-hour means as far as they reach back, then those inside the three-hour
 * bins, then the half-day means. Only bins that lie wholly between count.
 */
export function knownRange(series: Series, from: EpochMs, to: EpochMs, grain: Grain): KnownRange {
  let until = to
  let oldest = to
  let lowest = Infinity
  let [highest, second, third] = [-Infinity, -Infinity, -Infinity]
  let [straightLowest, straightHighest] = [Infinity, -Infinity]
  for (const level of HISTORY_LEVELS) {
    const { width } = LEVELS[level]
    const first = Math.max(oldestBin(series, level), Math.ceil(from / width))
    const last = Math.min(newestBin(series, level), Math.floor(until / width) - 1)
    for (let bin = last; bin >= first; bin--) {
      const mean = meanOf(series, level, bin)
      if (Number.isNaN(mean)) continue
      lowest = Math.min(lowest, mean)
      const value = valueOf(series, level, bin, grain)
      const lift = liftOf(series, level, bin)
      straightLowest = Math.min(straightLowest, mean - lift)
      straightHighest = Math.max(straightHighest, value - lift)
      if (value > highest) [highest, second, third] = [value, highest, second]
      else if (value > second) [second, third] = [value, second]
      else if (value > third) third = value
      oldest = bin * width
    }
    until = Math.min(until, oldestBin(series, level) * width)
  }
  const least = [third, second, highest].find((value) => value !== -Infinity) ?? -Infinity
  return {
    hours: (to - oldest) / HOUR,
    highest,
    third: least,
    lowest,
    swing: Math.max(0, highest - lowest),
    straightSwing: Math.max(0, straightHighest - straightLowest),
  }
}
