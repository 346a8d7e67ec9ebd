import type { EpochMs } from '#src/domain/time/units.ts'
import type { Series } from './driftMemory.ts'
import { LEVELS } from './levels.ts'
import { GUARD } from './parameters.ts'

/** A gauge is judged by its value, a counter by its rate. */
export type SeriesKind = 'gauge' | 'counter'

/** Bins are kept in single precision, and their numbers in 32 bits: in bins of half a minute up to the year 4011. */
const LARGEST = 1e30
const LATEST: EpochMs = (2 ** 31 - 1) * LEVELS[0].width

const isUsable = (t: EpochMs, raw: number): boolean => Math.abs(raw) <= LARGEST && t >= 0 && t < LATEST

/**
 * What a raw sample says: of a gauge its value, of a counter its rate per second since the sample before. A counter
 * that fell was reset and counts from zero. NaN where nothing can be said: for a value that is no finite number or
 * beyond 1e30, for one that is not later than the last, and for a counter's first.
 * Remembers the sample.
 */
export function acceptSample(series: Series, kind: SeriesKind, t: EpochMs, raw: number): number {
  const { lastAt, lastRaw } = series
  if (!isUsable(t, raw) || t <= lastAt) return Number.NaN
  series.lastAt = t
  series.lastRaw = raw
  if (kind === 'gauge') return raw
  const since = Number.isNaN(lastRaw) ? Number.NaN : (t - lastAt) / 1000
  const rate = (raw >= lastRaw ? raw - lastRaw : raw) / since
  return Math.abs(rate) <= LARGEST ? rate : Number.NaN
}

/** Forgets the usual range: the next value is the first. After a restart. */
export function resetGuard(series: Series): void {
  series.guardMean = Number.NaN
  series.guardRun = 0
}

/**
 * Pulls a value that is far from the usual range to the range's edge: single and double outliers leave a trace of five
 * deviations at most; a third in a row is a step, which passes and becomes the usual range.
 */
export function clipOutlier(series: Series, value: number): number {
  if (Number.isNaN(series.guardMean)) {
    series.guardMean = value
    series.guardSpread = GUARD.startSpread * Math.abs(value)
    return value
  }
  const away = value - series.guardMean
  const spread = series.guardSpread
  if (Math.abs(away) > GUARD.reach * spread && series.guardRun < GUARD.patience && spread > 0) {
    return learn(
      series,
      series.guardMean + Math.sign(away) * GUARD.reach * spread,
      series.guardRun + 1,
      spread * GUARD.widen,
    )
  }
  if (series.guardRun < GUARD.patience) return learn(series, value, 0, spread)
  series.guardMean = value
  return learn(series, value, 0, Math.max(spread, GUARD.afterStep * Math.abs(away)))
}

function learn(series: Series, value: number, run: number, spread: number): number {
  const away = value - series.guardMean
  series.guardRun = run
  series.guardSpread = spread + (GUARD.spreadGain * Math.abs(away) - spread) / GUARD.spreadPace
  series.guardMean += away / GUARD.meanPace
  return value
}
