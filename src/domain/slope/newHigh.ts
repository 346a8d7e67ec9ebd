import { type EpochMs, hours } from '#src/domain/time/units.ts'
import { newestBin } from './bins.ts'
import { type BinWindow, sizeOf } from './binWindow.ts'
import type { Series } from './driftMemory.ts'
import { type KnownRange, knownRange } from './knownRange.ts'
import { LEVELS } from './levels.ts'
import { FAST_PATH, NEW_HIGH } from './parameters.ts'

/** What a rise that stays within what was seen before looks like; null: it leaves it. */
export type WithinRange = 'below its earlier plateau' | 'within its usual range' | null

/** A rise that is about to be called a drift. */
export type Rise = {
  readonly slope: number
  /** slope × the window's hours. */
  readonly rise: number
  /** Hours until the limit is reached at this slope; NaN without a limit. */
  readonly hoursToLimit: number
}

const HOUR = hours(1)

/**
 * Whether a rise leaves the range that the series has already shown. A leak goes where the series has never been; daily
 * curves, batch jobs and collections of garbage come back to where they were. How much above it has to come, and how
 * large the rise has to be, follows from how long the history is.
 */
export function withinRange(series: Series, window: BinWindow, risen: Rise): WithinRange {
  const begin = window.first * LEVELS[window.level].width
  const isFast = window.hours < NEW_HIGH.fast
  const grain = isFast ? 'half-minutes' : 'means'
  const history = withoutCurve(window, knownRange(series, series.segmentStart, begin, grain))
  const older = knownRange(series, 0, series.segmentStart, grain)
  const top = isFast ? history.highest : history.third
  if (isYoung(series, window) && series.ignoreHistory === 0 && window.now < older.highest) {
    return 'below its earlier plateau'
  }
  if (window.now < top) return 'below its earlier plateau'
  if (isRecurrence(series, window, risen.slope, history.hours)) return null
  const isLarge = history.hours < NEW_HIGH.day ? isLargeAlone : isLargeBeside
  return isLarge(window, risen, history, older) && isAbove(window, history, top)
    ? null
    : 'within its usual range'
}

/**
 * Of three days and more the daily curve is known. The rise was measured without it, and what it has to be larger than is
 * the swing without it, too: a curve of ±25 % would hide a leak until it has added half of the level otherwise.
 */
const withoutCurve = ({ hours }: BinWindow, known: KnownRange): KnownRange =>
  hours < NEW_HIGH.fast || known.hours < NEW_HIGH.threeDays ? known : { ...known, swing: known.straightSwing }

const endOf = ({ level }: BinWindow, series: Series): EpochMs =>
  (newestBin(series, level) + 1) * LEVELS[level].width

const isYoung = (series: Series, window: BinWindow): boolean =>
  endOf(window, series) - series.segmentStart < NEW_HIGH.youngSegment

/** A leak that was seen before the restart needs no new proof of history. */
function isRecurrence({ slopeBefore }: Series, window: BinWindow, slope: number, history: number): boolean {
  if (slopeBefore <= 0 || window.hours < NEW_HIGH.fast || history >= NEW_HIGH.recurrenceHistory) return false
  return slope >= NEW_HIGH.recurrenceFrom * slopeBefore && slope <= NEW_HIGH.recurrenceTo * slopeBefore
}

/** What of the level no daily curve is likely to make within the window; in minutes a curve does next to nothing. */
const aloneShare = ({ hours }: BinWindow): number =>
  hours < NEW_HIGH.fast ? NEW_HIGH.riseInMinutes : NEW_HIGH.riseWithoutHistory

/**
 * Less than a day is known: only a whole day's rise, one above the level itself (where the limit is nearer than the rise
 * is long, there is no time to see more of it), or one above all older segments.
 */
function isLargeAlone(
  window: BinWindow,
  { rise, hoursToLimit }: Rise,
  _: KnownRange,
  older: KnownRange,
): boolean {
  const share = hoursToLimit <= window.hours ? NEW_HIGH.riseNearLimit : aloneShare(window)
  if (window.hours >= NEW_HIGH.wholeDay || rise >= share * sizeOf(window)) return true
  if (older.hours < NEW_HIGH.day || window.now <= older.highest || window.hours < NEW_HIGH.fast) return false
  return rise >= Math.max(NEW_HIGH.timesSwing * older.swing, NEW_HIGH.levelShare * sizeOf(window))
}

/** A day and more is known: a rise shorter than a day has to be larger than what was usual. */
function isLargeBeside(window: BinWindow, risen: Rise, history: KnownRange): boolean {
  if (window.hours >= NEW_HIGH.wholeDay) return true
  if (risen.rise < history.swing) return false
  if (history.hours >= NEW_HIGH.threeDays) return window.hours >= NEW_HIGH.fast || isLargeSoon(window, risen)
  if (risen.rise < NEW_HIGH.timesSwing * history.swing) return false
  return window.hours >= NEW_HIGH.soon
    ? risen.rise >= NEW_HIGH.levelShare * sizeOf(window)
    : isLargeSoon(window, risen)
}

/** Load moves here within hours, and stays: what is told so soon has to be larger, where the limit leaves time to wait. */
function isLargeSoon(window: BinWindow, { rise, hoursToLimit }: Rise): boolean {
  const isNear = hoursToLimit <= FAST_PATH.longer * window.hours
  const share = window.hours < NEW_HIGH.fast ? NEW_HIGH.fastShare : NEW_HIGH.soonShare
  return rise >= (isNear ? NEW_HIGH.levelShare : share) * sizeOf(window)
}

/** Of a day and more the level has to be clearly above, not just touched. */
const isAbove = ({ now }: BinWindow, history: KnownRange, top: number): boolean =>
  history.hours < NEW_HIGH.day || now >= top + NEW_HIGH.above * history.swing

/** Windows of minutes speak only where the limit is near, or where a window of hours has half a day of history. */
export function isFastEnough(series: Series, window: BinWindow, { hoursToLimit }: Rise): boolean {
  if (window.hours >= NEW_HIGH.fast) return true
  if (Number.isNaN(hoursToLimit)) return false
  const isTenMinutes = window.hours < 1
  const reach = isTenMinutes ? FAST_PATH.tenMinutes : FAST_PATH.longer
  if (hoursToLimit <= reach * window.hours) return true
  const begin = window.first * LEVELS[window.level].width
  return window.hours >= NEW_HIGH.known && (begin - series.segmentStart) / HOUR >= NEW_HIGH.halfDay
}
