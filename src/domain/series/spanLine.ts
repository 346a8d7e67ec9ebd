import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { COARSE } from './history.ts'
import type { History } from './history.ts'
import { reachOf } from './historyLine.ts'

/** A line in equal steps, with how far its values reached in each; NaN in all three is a gap. */
export type SpanLine = {
  readonly from: EpochMs
  readonly step: DurationMs
  readonly mean: Float32Array
  readonly low: Float32Array
  readonly high: Float32Array
}

/** No bin is cut in two: a step is a whole number of the widest bins, and of hours where it is longer than one. */
function stepOf(span: DurationMs, places: number, width: DurationMs): DurationMs {
  const least = Math.max(width, span / places)
  const unit = least > COARSE.width ? COARSE.width : width
  return Math.ceil(least / unit) * unit
}

/**
 * What is known of `[from, to)` as at most `places` + 1 steps, from the first that something is known of to the last. In
 * steps of two minutes where they reach back far enough, else of hours. Null where nothing is known of it.
 */
export function spanLine(history: History, from: EpochMs, to: EpochMs, places: number): SpanLine | null {
  const { bins, width } = reachOf(history, from, to)
  const [first, last] = [bins[0], bins.at(-1)]
  if (first === undefined || last === undefined) return null
  const step = stepOf(to - from, Math.max(1, places), width)
  const begin = Math.floor(first.t / step) * step
  const count = Math.floor((last.t - begin) / step) + 1
  const sums = new Float64Array(count)
  const weights = new Float64Array(count)
  const low = new Float32Array(count).fill(Number.NaN)
  const high = new Float32Array(count).fill(Number.NaN)
  for (const bin of bins) {
    const i = Math.floor((bin.t - begin) / step)
    sums[i] = (sums[i] ?? 0) + bin.mean * bin.count
    weights[i] = (weights[i] ?? 0) + bin.count
    const [lowest = Number.NaN, highest = Number.NaN] = [low[i], high[i]]
    // Of NaN nothing is less: the first value counts.
    if (!(lowest <= bin.low)) low[i] = bin.low
    if (!(highest >= bin.high)) high[i] = bin.high
  }
  const mean = Float32Array.from(sums, (sum, i) => sum / (weights[i] ?? 0))
  return { from: begin, step, mean, low, high }
}
