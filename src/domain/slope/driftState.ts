import { type EpochMs, hours } from '#src/domain/time/units.ts'
import { newestBin } from './bins.ts'
import { type BinWindow, binWindow } from './binWindow.ts'
import type { Series } from './driftMemory.ts'
import { LEVELS, type LevelNumber } from './levels.ts'
import { isWorthTesting } from './glance.ts'
import { CONFIRM, ONSET, RELEASE } from './parameters.ts'
import { theilSen } from './theilSen.ts'
import { type Nearly, testWindow, type WindowVerdict } from './windowTest.ts'

const PASSES = ['passes0', 'passes1', 'passes2', 'passes3', 'passes4'] as const

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
  for (const passes of PASSES) series[passes] = 0
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
  const passes = PASSES[level]
  series[passes] = Math.max(0, Math.min(CONFIRM.most, series[passes] + (passed === null ? -1 : 1)))
  if (passed !== null && (isDrifting(series) || series[passes] >= CONFIRM.passes)) extend(series, passed)
  else if (passed === null && series.driftLevel === level) release(series, level, now)
}

function longestPass(series: Series, level: LevelNumber, limit: number, now: EpochMs): Passed | null {
  let longest: Passed | null = null
  for (const length of LEVELS[level].windows) {
    if (!isWorthTesting(series, level, length, limit)) continue
    const window = binWindow(series, level, length, newestBin(series, level))
    if (window === null) continue
    const verdict = testWindow(series, window, limit)
    noteNearly(series, verdict, now)
    if (verdict.kind === 'drift') longest = { window, length, slope: verdict.slope, rise: verdict.rise }
  }
  return longest
}

function noteNearly(series: Series, verdict: WindowVerdict, now: EpochMs): void {
  if (verdict.kind !== 'nearly') return
  series.nearly = NEARLY.indexOf(verdict.why)
  series.nearlyAt = now
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
function release(series: Series, level: LevelNumber, now: EpochMs): void {
  const window = binWindow(series, level, series.driftBins, newestBin(series, level))
  if (window === null) return
  const { slope } = theilSen(window.x, window.y)
  const isFlatter = slope < RELEASE.slopeShare * series.driftSlope
  const isLower = window.now < series.driftTop - RELEASE.riseShare * series.driftRise
  if (!isFlatter && !isLower) return
  endDrift(series)
  series.releasedAt = now
}

/** Hours from the begin of the drift to `now`. */
export const driftHoursAt = (series: Series, now: EpochMs): number => (now - series.driftOnset) / hours(1)
