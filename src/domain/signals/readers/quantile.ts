import { seriesKey } from '#src/domain/signals/window/counterIncrease.ts'
import { filterText, type LabelFilter } from '#src/domain/signals/window/labelFilter.ts'
import { nameOnPage, samplesOf } from '#src/domain/signals/window/sampleIndex.ts'
import type { Window } from '#src/domain/signals/window/window.ts'
import { bucketsOver, quantileOf } from './buckets.ts'
import { type Measured, measured, type Reader, wantsExact } from './reader.ts'

const nameOf = (window: Window, family: string, part: string): string =>
  (nameOnPage(window.index, family + part) ?? family + part).slice(0, -part.length)

const fromBuckets = (window: Window, family: string, q: number, filter?: LabelFilter): Measured | null => {
  const value = quantileOf(bucketsOver(window, family, filter), q)
  const from = `p${Math.round(q * 100)} of ${nameOf(window, family, '_bucket')}${filterText(filter)}`
  return value === null ? null : measured(value, from)
}

/** A summary's own quantiles cannot be merged exactly: the mean by requests in the window comes nearest. */
const fromSummary = (window: Window, family: string, q: number, filter?: LabelFilter): Measured | null => {
  const requests = new Map<string, number>()
  for (const { labels, by } of window.increases(`${family}_count`)) requests.set(seriesKey(labels), by)
  let weight = 0
  let weighed = 0
  for (const { labels, value } of samplesOf(window.index, family, filter)) {
    if (Number(labels['quantile']) !== q) continue
    const count = requests.get(seriesKey(labels, 'quantile')) ?? 0
    weight += count
    weighed += count * value
  }
  if (weight <= 0) return null
  const from = `p${Math.round(q * 100)} of ${nameOf(window, family, '_count')}${filterText(filter)}, over its own decaying window`
  return measured(weighed / weight, from)
}

/**
 * The q-quantile of a family over the window: from its buckets, else from the quantiles a summary publishes.
 * Absent without observations in the window, and for a summary that has only count, sum and max: none of them
 * is a quantile. With a filter, of the series that fit.
 */
export const quantile = (q: number, family: string, filter?: LabelFilter): Reader => ({
  wants: wantsExact(family),
  read: (window) => fromBuckets(window, family, q, filter) ?? fromSummary(window, family, q, filter),
})
