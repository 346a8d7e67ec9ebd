import { type EpochMs, hours } from '#src/domain/time/units.ts'
import { newestBin } from './bins.ts'
import { type BinWindow, binWindow } from './binWindow.ts'
import type { Series } from './driftMemory.ts'
import { fitOf } from './fit.ts'
import { LEVELS, type LevelNumber } from './levels.ts'
import { isWorthTesting } from './glance.ts'
import { CONFIRM, ONSET, RELEASE } from './parameters.ts'
import { theilSen } from './theilSen.ts'
import { type Look, type Nearly, testWindow } from './windowTest.ts'

/** The level that knows the last day. */
const HALF_HOURS: LevelNumber = 2

/** What a window that almost passed is remembered as; its place in the list is the number that is kept. */
const NEARLY: readonly Nearly[] = [
  'step',
  'levelling off',
  'below its earlier plateau',
  'within its usual range',
]

/** The reason of a number that was kept; null for one that is none. */
export const nearlyOf = (number: number): Nearly | null => NEARLY[number] ?? null

/** Whether a drift was found and has not ended. */
export const isDrifting = (series: Series): boolean => series.driftLevel >= 0

/** Ends the drift, and forgets the passes that made it. */
export function endDrift(series: Series): void {
  series.driftLevel = -1
  const first = series.slot * LEVELS.length
  series.bins.passes.fill(0, first, first + LEVELS.length)
}

type Passed = {
  readonly window: BinWindow
  readonly length: number
  readonly slope: number
  readonly rise: number
}

/**
 * Tests all windows that end with a level's newest bin, after that bin closed at `now`; begins, extends or ends the
 * drift. Without a limit the two finest levels have nothing to say, and are not asked.
 */
export function judgeLevel(series: Series, level: LevelNumber, limit: number, now: EpochMs): void {
  if (level < 2 && !Number.isFinite(limit)) return
  const passed = longestPass(series, level, limit, now)
  const passes = countPass(series, level, passed !== null)
  if (passed !== null && (isDrifting(series) || passes >= CONFIRM.passes)) extend(series, passed)
  else if (passed === null && hasEnded(series, level)) {
    endDrift(series)
    series.releasedAt = now
  }
}

/** One more, or one less, in a row of passes of a level: how many there are now. */
function countPass({ bins, slot }: Series, level: LevelNumber, isOne: boolean): number {
  const place = slot * LEVELS.length + level
  const passes = Math.max(0, Math.min(CONFIRM.most, (bins.passes[place] ?? 0) + (isOne ? 1 : -1)))
  bins.passes[place] = passes
  return passes
}

/** Bins of minutes follow each other too quickly for a second look to say much: they are proved each time. */
const lookAt = ({ bins, slot }: Series, level: LevelNumber): Look =>
  level >= HALF_HOURS && (bins.passes[slot * LEVELS.length + level] ?? 0) > 0 ? 'second' : 'first'

/**
 * The longest window that passes; of more than a day, only where the last day did not stand still. Of those that almost
 * pass the longest is remembered.
 */
function longestPass(series: Series, level: LevelNumber, limit: number, now: EpochMs): Passed | null {
  let nearly: Nearly | null = null
  const look = lookAt(series, level)
  for (const length of LEVELS[level].windows) {
    if (!isWorthTesting(series, level, length, limit)) continue
    const window = binWindow(series, level, length, newestBin(series, level))
    if (window === null) continue
    const verdict = testWindow(series, window, limit, look)
    if (verdict.kind === 'nearly') nearly ??= verdict.why
    if (verdict.kind !== 'drift') continue
    if (level <= HALF_HOURS || !stoodStill(series, verdict.slope)) {
      return { window, length, slope: verdict.slope, rise: verdict.rise }
    }
    nearly ??= 'levelling off'
  }
  if (nearly !== null) {
    series.nearly = NEARLY.indexOf(nearly)
    series.nearlyAt = now
  }
  return null
}

function extend(series: Series, { window, length, slope, rise }: Passed): void {
  const { width } = LEVELS[window.level]
  const isNew = !isDrifting(series)
  if (isNew || roseBefore(series, window, slope)) series.driftOnset = window.first * width
  series.driftTop = isNew ? window.now : Math.max(series.driftTop, window.now)
  if (!isNew && window.hours < series.driftHours) return
  series.driftLevel = window.level
  series.driftBins = length
  series.driftHours = window.hours
  series.driftSlope = slope
  series.driftRise = rise
}

/** Whether a longer window rises before the known onset too: a drift has not begun on the plain that lies before it. */
function roseBefore({ driftOnset }: Series, { level, first, x, y, step }: BinWindow, slope: number): boolean {
  const known = driftOnset / hours(1) - first * (LEVELS[level].width / hours(1))
  const before = x.filter((hour) => hour + step / 2 <= known).length
  if (before < ONSET.bins) return false
  return theilSen(x.slice(0, before), y.slice(0, before)).slope >= ONSET.slopeShare * slope
}

/** A drift is held through windows that do not pass, until its slope or its level has fallen back. */
function hasEnded(series: Series, level: LevelNumber): boolean {
  if (level === HALF_HOURS && series.driftLevel > level && stoodStill(series, series.driftSlope)) return true
  if (series.driftLevel !== level) return false
  const fit = fitOf(series, level, series.driftBins)
  if (fit === null) return false
  if (fit.trend.slope < RELEASE.slopeShare * series.driftSlope) return true
  return fit.window.now < series.driftTop - RELEASE.riseShare * series.driftRise
}

/** Whether even the steepest slope that the last day may have had is a small part of this one: long windows see it late. */
function stoodStill(series: Series, slope: number): boolean {
  const fit = fitOf(series, HALF_HOURS, RELEASE.lastDay)
  return fit !== null && fit.interval[1] < RELEASE.slopeShare * slope
}

/** Hours from the begin of the drift to `now`. */
export const driftHoursAt = (series: Series, now: EpochMs): number => (now - series.driftOnset) / hours(1)
