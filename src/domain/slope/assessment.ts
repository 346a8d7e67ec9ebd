import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { meanOf, newestBin, newestMean, oldestBin } from './bins.ts'
import type { Series } from './driftMemory.ts'
import { isDrifting, nearlyOf } from './driftState.ts'
import { limitOf, type SeriesOptions } from './feed.ts'
import type { Fit } from './fit.ts'
import { driftFit, flatFit, forecast, forecastByMemory } from './forecast.ts'
import { AT_LIMIT, ENOUGH, TOLD } from './parameters.ts'
import { isStartingUp } from './segments.ts'
import type { Nearly } from './windowTest.ts'

/** `drift`: a real, lasting rise. `transient`: a rise that is something else. `insufficient`: too little is known. */
export type SlopeVerdict = 'flat' | 'drift' | 'transient' | 'insufficient'

/** Why a verdict is what it is. */
export type SlopeReason =
  | Nearly
  | 'start-up'
  | 'at limit'
  | 'levelled off'
  | 'rising'
  | 'no lasting rise'
  | 'too little data'

/** What is to be said of a series' slope. */
export type Assessment = {
  readonly verdict: SlopeVerdict
  readonly reason: SlopeReason
  /** In the series' unit per hour; 0 where nothing is known. */
  readonly slopePerHour: number
  /** The 95 % interval of the slope; infinite where nothing is known. */
  readonly ci: readonly [number, number]
  /** Time from the last sample to the limit, of a drift that has one; 0 at the limit; else null. */
  readonly etaMs: DurationMs | null
  /** The bounds of that time; `latest` null: the slope's interval reaches 0. */
  readonly etaRange: { readonly earliest: DurationMs; readonly latest: DurationMs | null } | null
  /** Since when it drifts. */
  readonly since: EpochMs | null
  /** Over how many hours the slope was measured; 0: it was not. */
  readonly windowHours: number
  /** The fitted value at the window's end; of a drift without a fit the newest value; else NaN. */
  readonly fittedNow: number
}

const UNKNOWN: readonly [number, number] = [-Infinity, Infinity]

function assessment(
  verdict: SlopeVerdict,
  reason: SlopeReason,
  fit: Fit | null,
  more: Partial<Assessment> = {},
): Assessment {
  return {
    verdict,
    reason,
    slopePerHour: fit?.trend.slope ?? 0,
    ci: fit?.interval ?? UNKNOWN,
    etaMs: null,
    etaRange: null,
    since: null,
    windowHours: fit?.window.hours ?? 0,
    fittedNow: fit === null ? Number.NaN : fit.trend.level + fit.trend.slope * fit.window.hours,
    ...more,
  }
}

/** The last two half minutes in which samples came, within the ten minutes that are remembered so finely. */
function isAtLimit(series: Series, limit: number): boolean {
  let seen = 0
  for (let bin = newestBin(series, 0); bin >= oldestBin(series, 0) && seen < AT_LIMIT.bins; bin--) {
    const mean = meanOf(series, 0, bin)
    if (mean < AT_LIMIT.share * limit) return false
    if (!Number.isNaN(mean)) seen++
  }
  return Number.isFinite(limit) && seen === AT_LIMIT.bins
}

/** Why what happened lately was no drift; null: nothing did. */
function latelyOf(series: Series, now: EpochMs): SlopeReason | null {
  if (now - series.releasedAt < TOLD.released) return 'levelled off'
  return now - series.nearlyAt < TOLD.nearly ? nearlyOf(series.nearly) : null
}

/**
 * The line that an assessment as of the last sample rests on: of a drift its own, else (also of a drift that is at the
 * limit) the longest of the usual windows. Null where too little is known.
 */
export function fitBehind(series: Series, options: SeriesOptions): Fit | null {
  const limit = limitOf(options)
  const isRising = isDrifting(series) && !isStartingUp(series, series.lastAt) && !isAtLimit(series, limit)
  return isRising ? driftFit(series, series.lastAt) : flatFit(series)
}

function drifting(series: Series, limit: number, now: EpochMs): Assessment {
  const fit = driftFit(series, now)
  const reached = fit === null ? null : forecast(fit, limit, now)
  return assessment('drift', 'rising', fit, {
    slopePerHour: fit?.trend.slope ?? series.driftSlope,
    since: series.driftOnset,
    ...(fit === null ? { fittedNow: newestMean(series) } : {}),
    etaMs: fit === null ? forecastByMemory(series, limit) : (reached?.eta ?? null),
    etaRange: reached === null ? null : { earliest: reached.earliest, latest: reached.latest },
  })
}

/** What is to be said of a series as of its last sample: some ten microseconds; ask when a bin closed, or on a look. */
export function assessSeries(series: Series, options: SeriesOptions): Assessment {
  const now = series.lastAt
  const limit = limitOf(options)
  const calm = (verdict: SlopeVerdict, reason: SlopeReason, more?: Partial<Assessment>): Assessment =>
    assessment(verdict, reason, flatFit(series), more)
  if (Number.isNaN(series.firstAt)) return assessment('insufficient', 'too little data', null)
  if (isStartingUp(series, now)) return calm('transient', 'start-up')
  if (isAtLimit(series, limit))
    return calm('transient', 'at limit', { etaMs: 0, etaRange: { earliest: 0, latest: 0 } })
  if (isDrifting(series)) return drifting(series, limit, now)
  const lately = latelyOf(series, now)
  if (now - series.firstAt < ENOUGH) return calm('insufficient', 'too little data')
  if (lately !== null) return calm('transient', lately)
  const fit = flatFit(series)
  return fit === null
    ? assessment('insufficient', 'too little data', null)
    : assessment('flat', 'no lasting rise', fit)
}
