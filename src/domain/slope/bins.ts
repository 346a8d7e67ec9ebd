import type { EpochMs } from '#src/domain/time/units.ts'
import { HIGHS_PER_SERIES, type Series } from './driftMemory.ts'
import { BINS_PER_SERIES, LEVEL_NUMBERS, LEVEL_OFFSETS, LEVELS, type LevelNumber } from './levels.ts'

const HALF_HOURS = 2
const THREE_HOURS = 3
const MOST_COUNTED = 255

/** The number, counted from 1970, of the bin of `level` that `t` falls into. */
export const binOf = (level: LevelNumber, t: EpochMs): number => Math.floor(t / LEVELS[level].width)

/** Where a bin stands among the bins of all series. The ring's place of a bin that was never written is stale. */
const placeOf = (series: Series, level: LevelNumber, bin: number): number =>
  series.slot * BINS_PER_SERIES + LEVEL_OFFSETS[level] + (bin % LEVELS[level].bins)

const highPlaceOf = (series: Series, level: 2 | 3, bin: number): number =>
  series.slot * HIGHS_PER_SERIES +
  (level === THREE_HOURS ? LEVELS[HALF_HOURS].bins : 0) +
  (bin % LEVELS[level].bins)

const openPlaceOf = (series: Series, level: LevelNumber): number => series.slot * LEVELS.length + level

/** The newest bin of a level that is complete, whether or not anything fell into it; -1 where none is. */
export function newestBin(series: Series, level: LevelNumber): number {
  const open = series.bins.openBin[openPlaceOf(series, level)] ?? -1
  return open === -1 ? -1 : open - 1
}

/** The mean of the half minute that the last sample fell into; NaN before the first one. */
export function newestMean(series: Series): number {
  const place = openPlaceOf(series, 0)
  return (series.bins.openSum[place] ?? 0) / (series.bins.openCount[place] ?? 0)
}

/** The oldest bin that a level still remembers. */
export const oldestBin = (series: Series, level: LevelNumber): number =>
  Math.max(0, newestBin(series, level) - LEVELS[level].bins + 1)

/** The mean of a remembered bin (`oldestBin` to `newestBin`); NaN where no sample fell into it. */
export function meanOf(series: Series, level: LevelNumber, bin: number): number {
  const place = placeOf(series, level, bin)
  return series.bins.count[place] === 0 ? Number.NaN : (series.bins.mean[place] ?? Number.NaN)
}

/**
 * The mean of the means of the filled bins from `first` to `last`, all of them remembered; NaN where none is filled.
 */
export function meanBetween(series: Series, level: LevelNumber, first: number, last: number): number {
  const { mean, count } = series.bins
  const { bins } = LEVELS[level]
  const row = placeOf(series, level, 0)
  let sum = 0
  let filled = 0
  for (let bin = first, place = row + (first % bins); bin <= last; bin++, place++) {
    if (place === row + bins) place = row
    if (count[place] === 0) continue
    sum += mean[place] ?? 0
    filled++
  }
  return sum / filled
}

/** The largest half-minute mean inside a remembered bin of half an hour or three hours; NaN where it is empty. */
export const fineHighOf = (series: Series, level: 2 | 3, bin: number): number =>
  series.bins.count[placeOf(series, level, bin)] === 0
    ? Number.NaN
    : (series.bins.fineHigh[highPlaceOf(series, level, bin)] ?? Number.NaN)

/** The largest half-hour mean inside a remembered bin of three hours; NaN where it is empty. */
export const coarseHighOf = (series: Series, bin: number): number =>
  series.bins.count[placeOf(series, THREE_HOURS, bin)] === 0
    ? Number.NaN
    : (series.bins.coarseHigh[series.slot * LEVELS[THREE_HOURS].bins + (bin % LEVELS[THREE_HOURS].bins)] ??
      Number.NaN)

/** Half-minute means raise the highs of the coarser bins they lie in; half-hour means those of three hours. */
function raiseHighs(series: Series, level: LevelNumber, mean: number): void {
  const { openFineHigh, openCoarseHigh } = series.bins
  const [half, three] = [series.slot * 2, series.slot * 2 + 1]
  if (level === 0) {
    openFineHigh[half] = Math.max(openFineHigh[half] ?? mean, mean)
    openFineHigh[three] = Math.max(openFineHigh[three] ?? mean, mean)
  }
  if (level === HALF_HOURS) openCoarseHigh[series.slot] = Math.max(openCoarseHigh[series.slot] ?? mean, mean)
}

/** Writes the highs of a bin that closes. A bin whose parts are still open has no higher part than itself. */
function keepHighs(series: Series, level: LevelNumber, bin: number, mean: number): void {
  const { fineHigh, coarseHigh, openFineHigh, openCoarseHigh } = series.bins
  if (level !== HALF_HOURS && level !== THREE_HOURS) return
  const open = series.slot * 2 + (level - HALF_HOURS)
  fineHigh[highPlaceOf(series, level, bin)] = Math.max(mean, openFineHigh[open] ?? mean)
  openFineHigh[open] = -Infinity
  if (level === HALF_HOURS) return
  coarseHigh[series.slot * LEVELS[level].bins + (bin % LEVELS[level].bins)] = Math.max(
    mean,
    openCoarseHigh[series.slot] ?? mean,
  )
  openCoarseHigh[series.slot] = -Infinity
}

function close(series: Series, level: LevelNumber, next: number, coarsest: LevelNumber): void {
  const { bins } = series
  const place = openPlaceOf(series, level)
  const bin = bins.openBin[place] ?? 0
  const count = bins.openCount[place] ?? 0
  const mean = (bins.openSum[place] ?? 0) / count
  bins.mean[placeOf(series, level, bin)] = mean
  bins.count[placeOf(series, level, bin)] = Math.min(count, MOST_COUNTED)
  const isStartUp = level === 0 && bin * LEVELS[0].width < series.quarantineEnd
  if (coarsest > 0 && !isStartUp && count > 0) raiseHighs(series, level, mean)
  keepHighs(series, level, bin, mean)
  const skipped = Math.min(next - bin - 1, LEVELS[level].bins)
  for (let gap = 1; gap <= skipped; gap++) bins.count[placeOf(series, level, bin + gap)] = 0
}

function addAt(
  series: Series,
  level: LevelNumber,
  t: EpochMs,
  value: number,
  coarsest: LevelNumber,
): boolean {
  const { openBin, openSum, openCount } = series.bins
  const place = openPlaceOf(series, level)
  const bin = binOf(level, t)
  const open = openBin[place] ?? -1
  if (open === bin) {
    openSum[place] = (openSum[place] ?? 0) + value
    openCount[place] = (openCount[place] ?? 0) + 1
    return false
  }
  if (open !== -1) close(series, level, bin, coarsest)
  openBin[place] = bin
  openSum[place] = value
  openCount[place] = 1
  return open !== -1
}

/** Forgets the bins that `t` and later times fall into: those of `t` are open again, and empty. */
export function forgetFrom(series: Series, t: EpochMs): void {
  const { openBin, openSum, openCount } = series.bins
  for (const level of LEVEL_NUMBERS) {
    const place = openPlaceOf(series, level)
    const open = openBin[place] ?? -1
    if (open === -1) continue
    const next = Math.min(open, binOf(level, t))
    for (let bin = Math.max(next, open - LEVELS[level].bins); bin < open; bin++) {
      series.bins.count[placeOf(series, level, bin)] = 0
    }
    openBin[place] = next
    openSum[place] = 0
    openCount[place] = 0
  }
}

/**
 * Adds a sample, later than all before it, to the open bins of the levels from the finest to `coarsest`. The first
 * sample of a later bin closes the one before; what was skipped is empty.
 * @returns the levels whose bin closed, as a bit each (1 << level).
 */
export function addSample(series: Series, t: EpochMs, value: number, coarsest: LevelNumber): number {
  let closed = 0
  for (const level of LEVEL_NUMBERS) {
    if (level <= coarsest && addAt(series, level, t, value, coarsest)) closed |= 1 << level
  }
  return closed
}
