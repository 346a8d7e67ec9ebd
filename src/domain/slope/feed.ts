import type { EpochMs } from '#src/domain/time/units.ts'
import { addSample } from './bins.ts'
import { learnProfile } from './dailyProfile.ts'
import type { Series } from './driftMemory.ts'
import { endDrift, isDrifting, judgeLevel } from './driftState.ts'
import { LEVEL_NUMBERS, type LevelNumber } from './levels.ts'
import { QUARANTINE } from './parameters.ts'
import { takeBackFuture } from './futureSample.ts'
import { acceptSample, clipOutlier, type SeriesKind } from './sampleGuard.ts'
import { beginAfterFall, beginAfterRestart, isPending, isStartingUp, settleRestart } from './segments.ts'

/** What is known of a series besides its samples. */
export type SeriesOptions = {
  readonly kind: SeriesKind
  /**
   * What the series must not reach, in its own unit (a counter's: per second); left out where nothing bounds it. One that
   * is not above zero bounds nothing: it is how many programs say that there is no limit.
   */
  readonly limit?: number | undefined
}

/** The limit, NaN where there is none. */
export const limitOf = ({ limit = Number.NaN }: SeriesOptions): number => (limit > 0 ? limit : Number.NaN)

/** Levels whose windows reach back over hours. */
const HOURLY: readonly LevelNumber[] = [2, 3, 4]

/**
 * Takes one sample: about a microsecond. What has to be thought over is thought over when a bin closes, at that bin's
 * level. Values that are no numbers and samples that are not later than the last are left out.
 */
export function feed(series: Series, options: SeriesOptions, t: EpochMs, raw: number): void {
  takeBackFuture(series, t)
  const value = acceptSample(series, options.kind, t, raw)
  if (Number.isNaN(value)) return
  if (Number.isNaN(series.firstAt)) begin(series, t)
  if (isStartingUp(series, t)) {
    // What is usual is learned anew afterwards: a start-up is no measure of it.
    addSample(series, t, value, 0)
    return
  }
  const closed = addSample(series, t, clipOutlier(series, value), 4)
  if (closed === 0) return
  const limit = limitOf(options)
  for (const level of LEVEL_NUMBERS) {
    if ((closed & (1 << level)) !== 0) afterClose(series, level, limit, t)
  }
}

function begin(series: Series, t: EpochMs): void {
  series.firstAt = t
  // A restart may have been told before the first sample.
  if (Number.isNaN(series.segmentStart)) series.segmentStart = t
}

function afterClose(series: Series, level: LevelNumber, limit: number, now: EpochMs): void {
  if (level === 1 && isPending(series)) settle(series, limit, now)
  if (level === 2 && beginAfterFall(series)) endDrift(series)
  if (level === 3) learnProfile(series)
  if (level < 2 || !isPending(series)) judgeLevel(series, level, limit, now)
}

/** Passes from before a restart that changed nothing still count: the drift goes on at once. */
function settle(series: Series, limit: number, now: EpochMs): void {
  const outcome = settleRestart(series)
  if (outcome === 'cut') endDrift(series)
  if (outcome === 'joined') for (const level of HOURLY) judgeLevel(series, level, limit, now)
}

/**
 * Says that the process was started anew at `t`: a restart, a deploy, a reset of its own counters. What comes in the ten
 * minutes after it is its start-up. A start that is not later than the last one is known already: nothing changes.
 */
export function feedRestart(series: Series, t: EpochMs): void {
  if (!Number.isFinite(t) || t + QUARANTINE <= series.quarantineEnd) return
  beginAfterRestart(series, t, isDrifting(series))
  series.lastRaw = Number.NaN
  if (isPending(series)) series.driftLevel = -1
  else endDrift(series)
}
