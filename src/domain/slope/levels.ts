import { type DurationMs, hours, minutes, seconds } from '#src/domain/time/units.ts'

/** One resolution of a series' memory: `bins` bins of `width` ms, aligned to 1970, in a ring. */
export type Level = {
  readonly number: LevelNumber
  readonly width: DurationMs
  readonly bins: number
  /** Lengths, in bins, of the windows that are tested for a drift when a bin of this level closes, longest first. */
  readonly windows: readonly number[]
}

/** The number of a level: 0 is the finest. */
export type LevelNumber = 0 | 1 | 2 | 3 | 4

/**
 * 10 min, 2.5 h, 24 h, 7 d and 28 d, each with 20 to 56 bins. The windows of all levels reach from
 * four minutes to four weeks, in steps of at most four.
 */
export const LEVELS: readonly [Level, Level, Level, Level, Level] = [
  { number: 0, width: seconds(30), bins: 20, windows: [20, 12, 8] },
  { number: 1, width: minutes(5), bins: 30, windows: [30, 20, 12, 8] },
  { number: 2, width: minutes(30), bins: 48, windows: [48, 36, 24, 18, 12, 8] },
  { number: 3, width: hours(3), bins: 56, windows: [56, 44, 32, 24, 16, 12] },
  { number: 4, width: hours(12), bins: 56, windows: [56, 40, 28, 20] },
]

/** All level numbers, finest first. */
export const LEVEL_NUMBERS: readonly LevelNumber[] = LEVELS.map(({ number }) => number)

/** Where each level's bins begin among the bins of one series. */
export const LEVEL_OFFSETS: readonly [number, number, number, number, number] = [0, 20, 50, 98, 154]

/** How many bins one series has on all levels together. */
export const BINS_PER_SERIES = 210
