import { hours, minutes } from '#src/domain/time/units.ts'

/**
 * Every constant of the drift test. The values come from a search over generated series of known truth; they sit on a
 * flat optimum: 30 % more or less of any of them changes false drifts by two in a thousand series-days.
 */

/**
 * Outliers: a value further than `reach` mean deviations from the running mean is pulled to that reach, `patience`
 * times at most in a row; what lasts longer is a step, and passes.
 */
export const GUARD = {
  reach: 5,
  patience: 3,
  widen: 1.08,
  afterStep: 0.3,
  startSpread: 0.1,
  meanPace: 16,
  spreadPace: 32,
  spreadGain: 1.25,
}

/**
 * A sample that comes so much later than the one before is a gap, or was stamped in the future: the latter when so many
 * in a row come from the time between, each later than the last.
 */
export const LEAP = { least: minutes(10), refused: 3 }

/** After a start nothing is learned for this long: caches fill, code warms up. */
export const QUARANTINE = minutes(10)

/** When a restart did not reset a signal (a queue's depth, say), the segment before it goes on. */
export const JOIN = { binsAfter: 18, binsBefore: 24, binsNeeded: 6, share: 0.12, spread: 0.5 }

/** What a visible rise before a restart is: a leak that is known needs no new proof of history. */
export const RISING = { windows: [48, 24], t: 3, share: 0.3 }

/** A slope is remembered through segments that are shorter than this. */
export const SLOPE_MEMORY = hours(12)

/** A fall that is no part of the usual ups and downs begins a new segment. */
export const FALL = {
  side: 4,
  knownChanges: 20,
  usualQuantile: 0.9,
  usualTimes: 3.5,
  jumpShare: 0.6,
  levelShare: 0.05,
  settled: 0.4,
}

/** The daily curve: three harmonics of 24 h, ridge regression. Never on less than about three days. */
export const PROFILE = { bins: 20, span: hours(66), harmonics: 3, priorShare: 0.3, clip: 3 }

/** How full a window has to be. */
export const FULL = { bins: 7, share: 0.4, span: 0.75 }

/** Cheap look before the test: stop where the last quarter is not above the first. */
export const GLANCE = { levelShare: 0.1, headroomShare: 0.05 }

/**
 * A rise is worth a word from a fifth of the level or a fourteenth of the way to the limit on. A tenth would be too late
 * by itself: a straight rise of a tenth of what is left after it has used up an eleventh of the whole way, before the
 * next window and the second pass, and a drift is to be told within a tenth of it.
 */
export const MATERIAL = { levelShare: 0.2, headroomShare: 0.07 }

/** Least t of the slope, by the window's length in hours. */
export const LEAST_T: readonly { readonly below: number; readonly t: number }[] = [
  { below: 1, t: 4 },
  { below: 23, t: 8 },
  { below: 70, t: 5 },
  { below: Infinity, t: 3 },
]

/** A drift rises all the time: every quarter of it, in no single jump, and nearer to a line than to a step. */
export const SHAPE = {
  quarter: 0.5,
  blocks: 8,
  largestBlock: 0.55,
  stepRatio: 1,
  rawStepRatio: 0.2,
  toldStepHours: 24,
  fading: 0.75,
}

/**
 * Differences of the same hour of two days, while no daily curve is known. Hours; t of their median. They have to span
 * more than a day: over less, those of a single step are all alike too.
 */
export const SAME_HOUR = { from: 54, to: 72, quarter: 0.7, t: 6 }

/** Growth by more than this share of the level is also tried as an exponential. */
export const EXPONENTIAL = { levelShare: 0.7 }

/**
 * A drift leaves the range that the series has shown before. Hours and shares. Of an unknown daily curve of ±a of the
 * level the rising half looks like a line that rises by 24a/π² (least squares on half a cosine): `riseWithoutHistory`
 * is what one of ±60 % can do. What is told within `fast` has to be larger (`fastShare`) than what load that moves here
 * usually adds, a fifth to a half.
 */
export const NEW_HIGH = {
  youngSegment: hours(24),
  recurrenceHistory: 72,
  recurrenceFrom: 0.5,
  recurrenceTo: 2,
  day: 24,
  wholeDay: 23,
  threeDays: 72,
  fast: 4,
  riseWithoutHistory: 1.5,
  riseInMinutes: 1.35,
  riseNearLimit: 1.15,
  timesSwing: 2.5,
  levelShare: 0.15,
  soonShare: 0.4,
  fastShare: 0.5,
  soon: 9,
  above: 0.25,
  halfDay: 12,
  known: 2,
}

/** Short windows speak only where the limit is near: time to limit in lengths of the window. */
export const FAST_PATH = { tenMinutes: 8, longer: 3 }

/**
 * Passes in a row, at one level, that make a drift. After the first, of bins of half an hour and more, `tShare` of the
 * least t is enough: the second look asks whether the rise went on, in shape, size and range, not for a second proof. The
 * t of so few bins jumps by a factor of five with the same line, whenever their autocorrelation comes near enough to 1 to
 * be taken as 1 (the truncation of Perron and Yabu 2009), and to pass twice was a matter of luck.
 */
export const CONFIRM = { passes: 2, most: 3, tShare: 0.5 }

/** What lies before the known onset belongs to the drift where it rises as well: enough bins, this share of the slope. */
export const ONSET = { bins: 4, slopeShare: 0.5 }

/**
 * A drift ends when its slope or its level fell back; one of more than a day, too, when the last day (bins of half an
 * hour) was certainly less steep than that.
 */
export const RELEASE = { slopeShare: 0.35, riseShare: 0.35, lastDay: 48 }

/** For how long a window that almost passed, and a drift that ended, are told. */
export const TOLD = { nearly: minutes(40), released: minutes(30) }

/** The slope's interval: 95 %, widened by what an unknown daily curve may add. */
export const INTERVAL = { z: 1.96, curve: 0.35, known: 0.25, day: 0.1, shorter: 0.3, windowStretch: 1.05 }

/** Exponential instead of linear: so much smaller residuals, and at least such a growth within the window. */
export const CURVED = { residuals: 0.7, growth: 0.7 }

/** At the limit: the last two half minutes above this share of it. */
export const AT_LIMIT = { share: 0.98, bins: 2 }

/** Less than this is too little to say anything. */
export const ENOUGH = minutes(40)
