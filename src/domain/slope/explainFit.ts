import type { Bin } from '#src/domain/series/binRing.ts'
import { type EpochMs, hours } from '#src/domain/time/units.ts'
import { fitBehind } from './assessment.ts'
import type { Series } from './driftMemory.ts'
import type { SeriesOptions } from './feed.ts'
import type { Fit } from './fit.ts'
import { LEVELS } from './levels.ts'
import { GUARD, INTERVAL, QUARANTINE } from './parameters.ts'
import { clipOutlier, type Guard, resetGuard } from './sampleGuard.ts'

/**
 * What the fit made of some samples: they lie in its window (`used`); before the segment that is judged, that is before
 * the restart or the fall that began it; in the first ten minutes of a process; they stand out so far, for so short, that
 * only a part of them was taken; or they lie before or after the window.
 */
export type PointUse = 'used' | 'before-start' | 'start-up' | 'outlier' | 'outside'

/** One bin of the history, beginning at `t`. */
export type ExplainedPoint = {
  readonly t: EpochMs
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly use: PointUse
}

/** What a verdict rests on. */
export type FitExplanation = {
  /** All bins that were given, in their order. */
  readonly points: readonly ExplainedPoint[]
  /** The fitted line over its window; its slope is that of the assessment. Null: nothing is fitted. */
  readonly line: {
    readonly from: EpochMs
    readonly fromValue: number
    readonly to: EpochMs
    readonly toValue: number
  } | null
  /** The 95 % confidence band of that line, from its begin to its end; empty where there is none. */
  readonly band: readonly { readonly t: EpochMs; readonly low: number; readonly high: number }[]
}

const PLACES = 20

/**
 * Which samples of a series the assessment as of its last sample rests on, and how sure the line through them is.
 *
 * The band is that of the line, not of single samples: around the fitted height the half width is
 * z √(se(centre)² + (x − centre)² se(slope)²), where the errors of the height at the centre of the window and of the
 * slope are independent of each other (Draper and Smith, Applied Regression Analysis, on the confidence interval of the
 * mean response). For se(slope) stands what the assessment's interval has, the unknown daily curve included: the band's
 * asymptotes are the lines of the steepest and the flattest slope of that interval. Where the daily curve is known, the
 * line is that of the values without it.
 * @param bins of the history, oldest first, in any mix of widths: values as they are judged, of a counter its rate. A
 *   bin belongs where it begins.
 * @param restarts known starts of the process, in any order; the last one is known to the series itself.
 */
export function explainFit(
  series: Series,
  options: SeriesOptions,
  bins: readonly Bin[],
  restarts: readonly EpochMs[],
): FitExplanation {
  const fit = fitBehind(series, options)
  const starts = startsOf(series, restarts)
  const line = fit === null ? null : lineOf(fit)
  const outliers = outliersAmong(bins, starts)
  const useOf = (bin: Bin): PointUse => {
    if (bin.t < beginOf(series)) return 'before-start'
    if (starts.some((start) => bin.t >= start && bin.t < start + QUARANTINE)) return 'start-up'
    if (line === null || bin.t < line.from || bin.t >= line.to) return 'outside'
    return outliers.has(bin) ? 'outlier' : 'used'
  }
  const points = bins.map((bin) => ({
    t: bin.t,
    mean: bin.mean,
    low: bin.low,
    high: bin.high,
    use: useOf(bin),
  }))
  return { points, line, band: fit === null ? [] : bandOf(fit) }
}

/** Where the segment begins, the start-up before it included; a segment as old as the series has nothing before it. */
function beginOf({ segmentStart, quarantineEnd, firstAt }: Series): EpochMs {
  if (segmentStart === quarantineEnd) return segmentStart - QUARANTINE
  return segmentStart > firstAt ? segmentStart : -Infinity
}

/** All known starts of the process. */
const startsOf = ({ quarantineEnd }: Series, restarts: readonly EpochMs[]): readonly EpochMs[] =>
  Number.isNaN(quarantineEnd) ? restarts : [...restarts, quarantineEnd - QUARANTINE]

const beginOfWindow = ({ level, first }: Fit['window']): EpochMs => first * LEVELS[level].width

function lineOf({ window, trend }: Fit): NonNullable<FitExplanation['line']> {
  const from = beginOfWindow(window)
  return {
    from,
    fromValue: trend.level,
    to: from + window.hours * hours(1),
    toValue: trend.level + trend.slope * window.hours,
  }
}

function bandOf(fit: Fit): FitExplanation['band'] {
  const { window, trend, interval } = fit
  const slopeHalf = (interval[1] - interval[0]) / 2
  return Array.from({ length: PLACES + 1 }, (_, i) => {
    const x = (i / PLACES) * window.hours
    const height = trend.level + trend.slope * x
    const half = Math.hypot(INTERVAL.z * trend.centreError, slopeHalf * (x - trend.centre))
    return { t: beginOfWindow(window) + x * hours(1), low: height - half, high: height + half }
  })
}

/** The bins in which the guard of the samples, run over the bins, finds an outlier. After a start-up it begins anew. */
function outliersAmong(bins: readonly Bin[], starts: readonly EpochMs[]): ReadonlySet<Bin> {
  const guard: Guard = { guardMean: Number.NaN, guardSpread: 0, guardRun: 0 }
  const resets = starts.map((start) => start + QUARANTINE)
  let last = -Infinity
  return new Set(
    bins.filter((bin) => {
      if (resets.some((at) => at > last && at <= bin.t)) resetGuard(guard)
      last = bin.t
      const usual = guard.guardMean
      return clipOutlier(guard, bin.mean) !== bin.mean && isBrief(bin, usual)
    }),
  )
}

/**
 * Whether as few samples as the guard holds back can have brought a bin's mean to where it is. What lasts longer is a
 * change of the level, whose samples were used.
 */
function isBrief({ mean, low, high, count }: Bin, usual: number): boolean {
  const extreme = mean > usual ? high : low
  return count * Math.abs(mean - usual) <= GUARD.patience * Math.abs(extreme - usual)
}
