import type { EpochMs } from '#src/domain/time/units.ts'
import { forgetFrom } from './bins.ts'
import type { Series } from './driftMemory.ts'
import { LEAP } from './parameters.ts'

/**
 * A single sample that was stamped hours ahead would have all others refused until then. It is noticed by what comes
 * after it: a few samples, each later than the one before, from the time that it leapt over. Then the series goes on from
 * there. What is lost is those few samples, and of the past as much as the leap was long: a gap. A gap that is
 * filled afterwards is taken the same way. To be asked before a sample is accepted.
 */
export function takeBackFuture(series: Series, t: EpochMs): void {
  const { lastAt, leaptFrom, refusedAt, refusedRun } = series
  if (!(t <= lastAt && t > leaptFrom)) return
  series.refusedRun = refusedRun > 0 && t > refusedAt ? refusedRun + 1 : 1
  series.refusedAt = t
  if (series.refusedRun <= LEAP.refused) return
  series.lastAt = leaptFrom
  series.lastRaw = Number.NaN
  // What was said of the future is not said now.
  if (series.nearlyAt > t) series.nearlyAt = Number.NaN
  if (series.releasedAt > t) series.releasedAt = Number.NaN
  forgetFrom(series, t)
}
