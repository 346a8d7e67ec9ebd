import { hours } from '#src/domain/time/units.ts'
import { binOf, meanOf } from './bins.ts'
import { hasProfile, liftOf } from './dailyProfile.ts'
import type { Series } from './driftMemory.ts'
import { LEVELS, type LevelNumber } from './levels.ts'
import { mean, median } from './ordered.ts'
import { FULL } from './parameters.ts'

const HOUR = hours(1)

/** The filled bins of one window of one segment, oldest first, with the daily curve taken away where it is known. */
export type BinWindow = {
  readonly level: LevelNumber
  /** Hours since the window's first bin; the middle of each bin. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** As it was measured, the daily curve included. */
  readonly raw: readonly number[]
  /** A bin's width in hours. */
  readonly step: number
  /** From the begin of the first to the end of the last filled bin, in hours. */
  readonly hours: number
  /** Number of the first filled bin. */
  readonly first: number
  /** Mean of the newest eighth as it was measured. */
  readonly now: number
}

/** The first bin of a level that lies wholly in the segment. */
export const firstBinOfSegment = (series: Series, level: LevelNumber): number =>
  binOf(level, series.segmentStart - 1) + 1

/** Windows of an hour and more are bent by the daily curve. */
export const SHORTEST_BENT = 1

/**
 * The window of `length` bins that ends with bin `last`; null where too few of its bins are filled to judge a slope.
 */
export function binWindow(
  series: Series,
  level: LevelNumber,
  length: number,
  last: number,
): BinWindow | null {
  const step = LEVELS[level].width / HOUR
  const begin = Math.max(last - length + 1, firstBinOfSegment(series, level), 0)
  const bins: number[] = []
  const raw: number[] = []
  for (let bin = begin; bin <= last; bin++) {
    const value = meanOf(series, level, bin)
    if (Number.isNaN(value)) continue
    bins.push(bin)
    raw.push(value)
  }
  const first = bins[0] ?? last
  const span = ((bins.at(-1) ?? last) - first + 1) * step
  if (raw.length < Math.max(FULL.bins, FULL.share * length) || span < FULL.span * length * step) return null
  const isBent = span >= SHORTEST_BENT && hasProfile(series)
  return {
    level,
    x: bins.map((bin) => (bin - first + 0.5) * step),
    y: isBent ? raw.map((value, i) => value - liftOf(series, level, bins[i] ?? 0)) : raw,
    raw,
    step,
    hours: span,
    first,
    now: mean(raw, raw.length - Math.max(2, Math.floor(length / 8))),
  }
}

/** How large the values are: the larger of the absolute mean and median. */
export const sizeOf = ({ y }: BinWindow): number => Math.max(Math.abs(mean(y)), Math.abs(median(y)))
