import type { Exposition } from '#src/domain/exposition/exposition.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Saturation } from './saturation.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** One metrics page of one pod, with when it was asked for and how long the answer took. */
export type Scrape = {
  readonly at: EpochMs
  readonly took: DurationMs
  readonly exposition: Exposition
}

/** One signal's value now, in the unit that `UNIT_OF` names; never NaN or infinite. */
export type SignalReading = {
  readonly signal: Signal
  readonly value: number
  /** The limit it would hit, in the same unit, where the metrics themselves name one; of a utilisation always 1. */
  readonly bound: number | null
  /** Which metric(s) fed it, so that the screen can say it: `process_open_fds of process_max_fds`. */
  readonly from: string
  /** Which of several it is (the fullest pool, the fullest disk): its name as labelled. */
  readonly of: string | null
}

export type SignalReadings = {
  readonly signals: ReadonlyMap<Signal, SignalReading>
  /** Over how long rates, ratios and quantiles were taken; null where there are none yet. */
  readonly window: DurationMs | null
  /** What the signal `utilisation` was computed from; null where the page itself tells it, or nothing does. */
  readonly saturation: Saturation | null
  /** When the watched process (not its exporter) started. */
  readonly startedAt: EpochMs | null
  /** For an exporter: whether the thing it exports answers, and which metric says so. */
  readonly target: { readonly up: boolean; readonly from: string } | null
}
