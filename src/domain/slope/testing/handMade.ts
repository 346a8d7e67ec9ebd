import { type DurationMs, type EpochMs, hours, seconds } from '#src/domain/time/units.ts'
import type { SlopeSample } from '#src/domain/slope/assess.ts'
import type { BinWindow } from '#src/domain/slope/binWindow.ts'
import { driftMemory, type Series } from '#src/domain/slope/driftMemory.ts'
import { feed, feedRestart, type SeriesOptions } from '#src/domain/slope/feed.ts'
import { mean } from '#src/domain/slope/ordered.ts'
import { A_MONDAY } from './calendar.ts'

/** Where hand-made series begin: a midnight, at which a bin of every level begins. */
export const START: EpochMs = A_MONDAY

export type Making = { readonly from?: EpochMs; readonly every?: DurationMs }

/** `valueAt`, of the hours since `START`, read at even distances over some hours. A NaN is no sample. */
export function samplesOf(
  valueAt: (hour: number) => number,
  lastingHours: number,
  { from = START, every = seconds(30) }: Making = {},
): SlopeSample[] {
  const samples: SlopeSample[] = []
  for (let t = from; t < from + hours(lastingHours); t += every) {
    const v = valueAt((t - START) / hours(1))
    if (!Number.isNaN(v)) samples.push({ t, v })
  }
  return samples
}

/** Gives samples to a series, with the restarts between them. */
export function feedAll(
  series: Series,
  samples: readonly SlopeSample[],
  options: SeriesOptions = { kind: 'gauge' },
  restarts: readonly EpochMs[] = [],
): Series {
  let next = 0
  for (const { t, v } of samples) {
    for (let at = restarts[next]; at !== undefined && at <= t; at = restarts[++next]) feedRestart(series, at)
    feed(series, options, t, v)
  }
  return series
}

/** A new series that was given these samples. */
export const fedSeries = (
  samples: readonly SlopeSample[],
  options?: SeriesOptions,
  restarts?: readonly EpochMs[],
): Series => feedAll(driftMemory(1).at(0), samples, options, restarts)

/** A window as `binWindow` would make it of bins on `level` with these means; NaN is an empty bin. */
export function windowOf(means: readonly number[], level: BinWindow['level'], step: number): BinWindow {
  const filled = means.flatMap((value, i) => (Number.isNaN(value) ? [] : [{ x: (i + 0.5) * step, value }]))
  const y = filled.map(({ value }) => value)
  return {
    level,
    x: filled.map(({ x }) => x),
    y,
    raw: y,
    step,
    hours: means.length * step,
    first: Math.floor(START / hours(step)),
    now: mean(y.slice(-Math.max(2, Math.floor(means.length / 8)))),
  }
}
