import type { EpochMs } from '#src/domain/time/units.ts'
import { forecastOf } from './forecastOf.ts'
import type { SignalHistory } from './signalHistory.ts'

/** What a history tells of a moment: what was read then, or what is expected; null where it is a gap. */
export type ChartReading = {
  readonly kind: 'read' | 'expected'
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** The place of a moment in a history; below 0 or from its length on where the history does not reach. */
const placeOf = ({ from, step }: SignalHistory, at: EpochMs): number => Math.floor((at - from) / step)

/** What a history tells of a moment; after its end, what its drift leads to until the bound is reached. */
export function readingAt(history: SignalHistory, at: EpochMs): ChartReading | null {
  const place = placeOf(history, at)
  const mean = history.mean[place] ?? Number.NaN
  if (Number.isFinite(mean)) {
    return { kind: 'read', mean, low: history.low[place] ?? mean, high: history.high[place] ?? mean }
  }
  const ahead = forecastOf(history, at)
  const [end, value] = ahead?.line[1] ?? [Number.NaN, Number.NaN]
  return end === at ? { kind: 'expected', mean: value, low: value, high: value } : null
}

/** When the first value of some histories was read: the beginning of its step, so rather too early. Null where there is none. */
export function firstReadAt(histories: readonly SignalHistory[]): EpochMs | null {
  const starts = histories.flatMap(({ from, step, mean }) => {
    const place = mean.findIndex((value) => Number.isFinite(value))
    return place === -1 ? [] : [from + place * step]
  })
  return starts.length === 0 ? null : Math.min(...starts)
}

/** The newest value of a history, and when that was: the end of its step. Null where there is none. */
export function lastReading({
  from,
  step,
  mean,
}: SignalHistory): { readonly at: EpochMs; readonly value: number } | null {
  const place = mean.findLastIndex((value) => Number.isFinite(value))
  const value = mean[place]
  return value === undefined ? null : { at: from + (place + 1) * step, value }
}
