import type { EpochMs } from '#src/domain/time/units.ts'
import { type Assessment, assessSeries } from './assessment.ts'
import { driftMemory } from './driftMemory.ts'
import { isDrifting } from './driftState.ts'
import { feed, feedRestart, type SeriesOptions } from './feed.ts'

/** Follows one series sample by sample. */
export type DriftEngine = {
  /** Takes a sample: `t` in ms since 1970, later than all before it. */
  push(t: EpochMs, v: number): void
  /** The process was started anew at `t`. */
  restart(t: EpochMs): void
  /** Whether a drift was found and has not ended: `assess` says more, and costs more. */
  drifting(): boolean
  /** What is to be said as of the last sample. */
  assess(): Assessment
}

/** An engine for one series. For many series at once see `driftStore`: it keeps them all in a few arrays. */
export function driftEngine(options: SeriesOptions): DriftEngine {
  const series = driftMemory(1).at(0)
  return {
    push: (t, v) => feed(series, options, t, v),
    restart: (t) => feedRestart(series, t),
    drifting: () => isDrifting(series),
    assess: () => assessSeries(series, options),
  }
}
