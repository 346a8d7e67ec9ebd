import type { EpochMs } from '#src/domain/time/units.ts'
import { binOf, meanOf, newestBin, oldestBin } from './bins.ts'
import { binWindow, firstBinOfSegment, sizeOf } from './binWindow.ts'
import { dropProfile } from './dailyProfile.ts'
import type { Series } from './driftMemory.ts'
import type { LevelNumber } from './levels.ts'
import { LEVELS } from './levels.ts'
import { median, quantile } from './ordered.ts'
import { FALL, JOIN, QUARANTINE, RISING, SLOPE_MEMORY } from './parameters.ts'
import { resetGuard } from './sampleGuard.ts'
import { evenness } from './shape.ts'
import { trend } from './trend.ts'

const FIVE_MINUTES: LevelNumber = 1
const HALF_HOURS: LevelNumber = 2

/** Whether a restart has happened whose effect on the signal is not known yet. */
export const isPending = (series: Series): boolean => !Number.isNaN(series.pendingStart)

/** Whether the series is in its first minutes after a start. */
export const isStartingUp = (series: Series, t: EpochMs): boolean => t < series.quarantineEnd

/** The last filled bins of a level from `first` on, oldest first. */
function lastMeans(series: Series, level: LevelNumber, first: number, most: number): number[] {
  const means: number[] = []
  for (let bin = newestBin(series, level); bin >= Math.max(first, oldestBin(series, level)); bin--) {
    const value = meanOf(series, level, bin)
    if (!Number.isNaN(value)) means.push(value)
    if (means.length === most) break
  }
  return means.toReversed()
}

/** A rise that is plain to see, though it is not called a drift (yet). */
function isRising(series: Series): boolean {
  return RISING.windows.some((length) => {
    const window = binWindow(series, HALF_HOURS, length, newestBin(series, HALF_HOURS))
    const line = window === null ? null : trend(window.x, window.y, window.step)
    if (window === null || line === null || line.t <= RISING.t) return false
    return line.slope * window.hours > RISING.share * sizeOf(window) && evenness(window.x, window.y) > 0
  })
}

/**
 * A restart, deploy or reset at `t`: a new segment begins once the process has started up. What the old one looked like
 * is remembered, to see whether the restart changed the signal at all, and not to prove a known leak anew.
 */
export function beginAfterRestart(series: Series, t: EpochMs, wasDrifting: boolean): void {
  const begin = t + QUARANTINE
  const before = lastMeans(series, FIVE_MINUTES, binOf(FIVE_MINUTES, t) - JOIN.binsBefore, JOIN.binsBefore)
  const isFirst = Number.isNaN(series.firstAt)
  series.ignoreHistory = !isFirst && (wasDrifting || isRising(series)) ? 1 : 0
  if (wasDrifting) series.slopeBefore = series.driftSlope
  else if (t - series.segmentStart >= SLOPE_MEMORY) series.slopeBefore = 0
  if (before.length >= JOIN.binsNeeded && !isPending(series)) {
    series.medianBefore = median(before)
    series.spreadBefore = quantile(before, 0.9) - quantile(before, 0.1)
    series.pendingStart = series.segmentStart
  }
  series.segmentStart = begin
  series.quarantineEnd = begin
  resetGuard(series)
}

/** Whether the five-minute bins reach no further back than the segment: of rare samples there will not be more. */
const isFull = (series: Series): boolean =>
  oldestBin(series, FIVE_MINUTES) >= firstBinOfSegment(series, FIVE_MINUTES)

/**
 * Once the new segment is long enough, sees whether the restart reset the signal. If it did not (the depth of a queue
 * does not care), the old segment goes on.
 * @returns 'waiting', 'joined' (nothing had changed) or 'cut'.
 */
export function settleRestart(series: Series): 'waiting' | 'joined' | 'cut' {
  const after = lastMeans(series, FIVE_MINUTES, firstBinOfSegment(series, FIVE_MINUTES), JOIN.binsAfter)
  if (after.length < (isFull(series) ? JOIN.binsNeeded : JOIN.binsAfter)) return 'waiting'
  const { medianBefore, spreadBefore, pendingStart } = series
  const reach = Math.max(JOIN.share * Math.abs(medianBefore), JOIN.spread * spreadBefore)
  series.pendingStart = Number.NaN
  if (Math.abs(median(after) - medianBefore) > reach) {
    dropProfile(series)
    return 'cut'
  }
  series.segmentStart = pendingStart
  series.ignoreHistory = 0
  return 'joined'
}

/**
 * Looks for a fall without a restart at the end of the half-hour means: four below the four before them, by a jump that
 * is not usual for the series. A new segment begins there.
 * @returns whether one began.
 */
export function beginAfterFall(series: Series): boolean {
  const means = lastMeans(series, HALF_HOURS, firstBinOfSegment(series, HALF_HOURS), LEVELS[HALF_HOURS].bins)
  const after = means.slice(-FALL.side)
  const before = means.slice(-2 * FALL.side, -FALL.side)
  if (before.length < FALL.side || Math.max(...after) >= Math.min(...before)) return false
  if (!isUnusualFall(means, before, after)) return false
  series.segmentStart = (newestBin(series, HALF_HOURS) - FALL.side + 2) * LEVELS[HALF_HOURS].width
  series.pendingStart = Number.NaN
  series.ignoreHistory = 0
  series.slopeBefore = 0
  dropProfile(series)
  return true
}

/** Before is the higher level, after the lower. The jump is taken over two bins: it may lie inside one of them. */
function isUnusualFall(
  means: readonly number[],
  before: readonly number[],
  after: readonly number[],
): boolean {
  const depth = median(before) - median(after)
  const jump = (before.at(-1) ?? 0) - (after[1] ?? 0)
  const known = means.slice(0, -FALL.side)
  const changes = known.slice(2).map((value, i) => Math.abs(value - (known[i] ?? 0)))
  if (changes.length < FALL.knownChanges) return false
  const usual = quantile(changes, FALL.usualQuantile)
  const last = after.at(-1) ?? 0
  // After a dip the last is up again, as the first was before it: alike, but not down.
  const isDown = median(before) - last > FALL.jumpShare * depth
  const isSettled = isDown && Math.abs(last - (after[0] ?? 0)) < FALL.settled * depth
  const isDeep = depth > FALL.levelShare * Math.abs(median(means))
  return isDeep && isSettled && jump > FALL.jumpShare * depth && jump > FALL.usualTimes * usual
}
