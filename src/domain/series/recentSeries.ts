import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/**
 * The newest values of one quantity in bins of `step`, in a ring of fixed size: what a sparkline draws.
 * A bin that got no value is a gap. Bounded whatever comes: 4 bytes a bin.
 */
export type RecentSeries = {
  readonly step: DurationMs
  readonly values: Float32Array
  /** The number of the newest bin that was written, counted from 1970; -1 when empty. */
  newest: number
}

/** An empty series of `bins` bins of `step` ms. */
export const recentSeries = (bins: number, step: DurationMs): RecentSeries => ({
  step,
  values: new Float32Array(bins).fill(Number.NaN),
  newest: -1,
})

/**
 * Writes `value` at time `t`; the last value of a bin wins. Bins that were skipped become gaps.
 * NaN, and times before the ring's oldest bin, are left out. A clock that jumps back by more than the ring
 * holds starts the series anew: the old line would never be reached again.
 */
export function record(series: RecentSeries, t: EpochMs, value: number): void {
  if (Number.isNaN(value)) return
  const { values, step } = series
  const bin = Math.floor(t / step)
  if (series.newest === -1 || Math.abs(bin - series.newest) >= values.length) values.fill(Number.NaN)
  else for (let gap = series.newest + 1; gap < bin; gap++) values[gap % values.length] = Number.NaN
  if (bin > series.newest || Math.abs(bin - series.newest) >= values.length) series.newest = bin
  values[bin % values.length] = value
}

/** The ring in order of time, from its oldest written bin: `values[i]` at `from + i × step`. Null when empty. */
export function lineOf(
  series: RecentSeries,
): { readonly from: EpochMs; readonly values: Float32Array } | null {
  const { values, newest, step } = series
  if (newest === -1) return null
  const bins = Array.from({ length: values.length }, (_, i) => newest - values.length + 1 + i)
  const first = bins.findIndex((bin) => bin >= 0 && !Number.isNaN(values[bin % values.length] ?? Number.NaN))
  const written = bins.slice(first)
  return {
    from: (written[0] ?? newest) * step,
    values: Float32Array.from(written, (bin) => values[bin % values.length] ?? Number.NaN),
  }
}
