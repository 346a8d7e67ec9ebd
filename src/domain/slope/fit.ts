import { newestBin } from './bins.ts'
import { type BinWindow, binWindow, sizeOf } from './binWindow.ts'
import { hasProfile } from './dailyProfile.ts'
import type { Series } from './driftMemory.ts'
import type { LevelNumber } from './levels.ts'
import { INTERVAL } from './parameters.ts'
import { type Trend, trend } from './trend.ts'

const WHOLE_DAY = 23

/** A line through a window, with the interval that its slope lies in with 95 % confidence. */
export type Fit = {
  readonly window: BinWindow
  readonly trend: Trend
  readonly interval: readonly [number, number]
}

/**
 * The slope's interval: its standard error, and what the daily curve may add, which over T hours is 0.35 S/T: S is a
 * quarter of the curve's height where that is known, and a share of the level where it is not.
 */
function intervalOf(
  series: Series,
  window: BinWindow,
  { slope, standardError }: Trend,
): readonly [number, number] {
  const guessed = (window.hours >= WHOLE_DAY ? INTERVAL.day : INTERVAL.shorter) * sizeOf(window)
  const curve = hasProfile(series) ? INTERVAL.known * series.curveHeight : guessed
  const half = INTERVAL.z * Math.hypot(standardError, (INTERVAL.curve * curve) / window.hours)
  return [slope - half, slope + half]
}

/** The line through the newest `length` bins of a level; null where too few of them are filled. */
export function fitOf(series: Series, level: LevelNumber, length: number): Fit | null {
  const window = binWindow(series, level, length, newestBin(series, level))
  const line = window === null ? null : trend(window.x, window.y, window.step)
  if (window === null || line === null) return null
  return { window, trend: line, interval: intervalOf(series, window, line) }
}
