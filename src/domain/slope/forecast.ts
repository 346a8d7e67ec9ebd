import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import { newestMean } from './bins.ts'
import type { BinWindow } from './binWindow.ts'
import { driftHoursAt } from './driftState.ts'
import type { Series } from './driftMemory.ts'
import { type Fit, fitOf } from './fit.ts'
import { LEVELS, type LevelNumber } from './levels.ts'
import { median } from './ordered.ts'
import { CURVED, INTERVAL } from './parameters.ts'
import { theilSen } from './theilSen.ts'

const HOUR = hours(1)

/** Where a rise ends: time to limit from now, with the bounds of its interval. `latest` null: it may never reach it. */
export type Forecast = {
  readonly eta: DurationMs
  readonly earliest: DurationMs
  readonly latest: DurationMs | null
}

/** All windows there are, longest first. */
const LONGEST_FIRST = LEVELS.flatMap(({ number, width, windows }) =>
  windows.map((length) => ({ level: number, length, hours: (length * width) / HOUR })),
).toSorted((a, b) => b.hours - a.hours)

/** The line of a drift: the longest window that lies in it. The error of a slope falls with the window's length to the 1.5. */
export function driftFit(series: Series, now: EpochMs): Fit | null {
  const most = driftHoursAt(series, now) * INTERVAL.windowStretch
  const found = LEVELS.find(({ number }) => number === series.driftLevel) ?? LEVELS[0]
  const fits = LONGEST_FIRST.filter(({ hours }) => hours <= most)
  for (const { level, length } of [...fits, { level: found.number, length: series.driftBins }]) {
    const fit = fitOf(series, level, length)
    if (fit !== null) return fit
  }
  return null
}

/** 7 d, 3 d, 24 h, 12 h, 2.5 h, 1 h, 10 min. */
const FLAT_WINDOWS: readonly (readonly [LevelNumber, number])[] = [
  [3, 56],
  [3, 24],
  [2, 48],
  [2, 24],
  [1, 30],
  [1, 12],
  [0, 20],
]

/** The line of what does not drift: the longest of the usual windows that is filled; null where none is. */
export function flatFit(series: Series): Fit | null {
  for (const [level, length] of FLAT_WINDOWS) {
    const fit = fitOf(series, level, length)
    if (fit !== null) return fit
  }
  return null
}

/** Hours from the end of a window to `at`: up to a bin's width as long as samples come. */
const hoursSince = ({ level, first, hours }: BinWindow, at: EpochMs): number =>
  Math.max(0, (at - first * LEVELS[level].width) / HOUR - hours)

/**
 * When, counted from `at`, a rising line reaches the limit; null for one that does not rise, or without a limit. At the
 * limit: 0.
 */
export function forecast({ window, trend, interval }: Fit, limit: number, at: EpochMs): Forecast | null {
  if (!Number.isFinite(limit) || !(trend.slope > 0)) return null
  const now = Math.max(window.now, trend.level + trend.slope * window.hours)
  const left = Math.max(0, limit - now)
  if (left === 0) return { eta: 0, earliest: 0, latest: 0 }
  const eta = Math.min(left / trend.slope, growthHours(window, now, limit))
  const stretch = eta / (left / trend.slope)
  const [least, most] = interval
  const passed = hoursSince(window, at)
  const from = (endHours: number): DurationMs => Math.max(0, endHours - passed) * HOUR
  const latest = least > 0 ? from((left / least) * stretch) : null
  return { eta: from(eta), earliest: from(Math.min(eta, (left / most) * stretch)), latest }
}

/**
 * The same of a drift whose windows are not filled, as after a night without samples: from where it stands, by the slope
 * that it was found with. How sure that is, nobody knows.
 */
export function forecastByMemory(series: Series, limit: number): DurationMs | null {
  const now = newestMean(series)
  if (!Number.isFinite(limit) || !(series.driftSlope > 0) || Number.isNaN(now)) return null
  return (Math.max(0, limit - now) / series.driftSlope) * HOUR
}

/** Hours to the limit of a growth that is a line in logarithms; Infinity where a straight line fits as well. */
function growthHours({ x, y, hours }: BinWindow, now: number, limit: number): number {
  if (now <= 0 || y.some((value) => value <= 0)) return Infinity
  const log = theilSen(x, y.map(Math.log))
  if (log.slope * hours <= CURVED.growth) return Infinity
  const half = Math.floor(x.length / 2)
  return isCurved(x, y) && isCurved(x.slice(half), y.slice(half))
    ? Math.log(limit / now) / log.slope
    : Infinity
}

function isCurved(x: readonly number[], y: readonly number[]): boolean {
  const straight = theilSen(x, y)
  const log = theilSen(x, y.map(Math.log))
  const miss = (line: (at: number) => number): number =>
    median(y.map((value, i) => Math.abs(value - line(x[i] ?? 0))))
  const curved = miss((at) => Math.exp(log.level + log.slope * at))
  const linear = miss((at) => straight.level + straight.slope * at)
  return curved < CURVED.residuals * linear
}
