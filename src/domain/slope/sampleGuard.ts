import type { EpochMs } from '#src/domain/time/units.ts'
import type { Series } from './driftMemory.ts'
import { LEVELS } from './levels.ts'
import { GUARD, LEAP } from './parameters.ts'

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
  if (t - lastAt >= LEAP.least) series.leaptFrom = lastAt
  series.refusedRun = 0
  series.lastAt = t
  series.lastRaw = raw
  if (kind === 'gauge') return raw
  const since = Number.isNaN(lastRaw) ? Number.NaN : (t - lastAt) / 1000
  const rate = (raw >= lastRaw ? raw - lastRaw : raw) / since
  return Math.abs(rate) <= LARGEST ? rate : Number.NaN
}

/** The usual range, as far as it is learned: running mean and mean deviation, and how many in a row lay outside. */
export type Guard = Pick<Series, 'guardMean' | 'guardSpread' | 'guardRun'>

/** Forgets the usual range: the next value is the first. After a restart. */
export function resetGuard(guard: Guard): void {
  guard.guardMean = Number.NaN
  guard.guardRun = 0
}

/**
 * Pulls a value that is far from the usual range to the range's edge: single and double outliers leave a trace of five
 * deviations at most; a third in a row is a step, which passes and becomes the usual range.
 */
export function clipOutlier(guard: Guard, value: number): number {
  if (Number.isNaN(guard.guardMean)) {
    guard.guardMean = value
    guard.guardSpread = GUARD.startSpread * Math.abs(value)
    return value
  }
  const away = value - guard.guardMean
  const spread = guard.guardSpread
  if (Math.abs(away) > GUARD.reach * spread && guard.guardRun < GUARD.patience && spread > 0) {
    return learn(
      guard,
      guard.guardMean + Math.sign(away) * GUARD.reach * spread,
      guard.guardRun + 1,
      spread * GUARD.widen,
    )
  }
  if (guard.guardRun < GUARD.patience) return learn(guard, value, 0, spread)
  guard.guardMean = value
  return learn(guard, value, 0, Math.max(spread, GUARD.afterStep * Math.abs(away)))
}

function learn(guard: Guard, value: number, run: number, spread: number): number {
  const away = value - guard.guardMean
  guard.guardRun = run
  guard.guardSpread = spread + (GUARD.spreadGain * Math.abs(away) - spread) / GUARD.spreadPace
  guard.guardMean += away / GUARD.meanPace
  return value
}
