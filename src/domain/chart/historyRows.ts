import type { EpochMs } from '#src/domain/time/units.ts'
import type { SignalHistory } from './signalHistory.ts'

/** A few neighbouring places of a history as one; all NaN where nothing was read. */
export type HistoryRow = {
  readonly at: EpochMs
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** Mean, lowest and highest of the places `[from, to)`. */
function rowOf({ mean, low, high }: SignalHistory, from: number, to: number, at: EpochMs): HistoryRow {
  let [n, sum, least, most] = [0, 0, Infinity, -Infinity]
  for (let i = from; i < to; i += 1) {
    const value = mean[i] ?? Number.NaN
    if (!Number.isFinite(value)) continue
    n += 1
    sum += value
    least = Math.min(least, low[i] ?? value)
    most = Math.max(most, high[i] ?? value)
  }
  return n === 0
    ? { at, mean: Number.NaN, low: Number.NaN, high: Number.NaN }
    : { at, mean: sum / n, low: least, high: most }
}

/**
 * A history in at most so many rows of equal length (1 or more): the mean of the means, the lowest and the highest. `at` is
 * when a row begins; the last may be shorter.
 */
export function historyRows(history: SignalHistory, atMost: number): readonly HistoryRow[] {
  const { mean, from, step } = history
  const every = Math.max(1, Math.ceil(mean.length / atMost))
  return Array.from({ length: Math.ceil(mean.length / every) }, (_, i) =>
    rowOf(history, i * every, Math.min(mean.length, (i + 1) * every), from + i * every * step),
  )
}
