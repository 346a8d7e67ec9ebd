import type { Sample } from '#src/domain/exposition/exposition.ts'
import { seriesKey } from '#src/domain/signals/window/counterIncrease.ts'
import { nameOnPage, samplesOf } from '#src/domain/signals/window/sampleIndex.ts'
import type { Window } from '#src/domain/signals/window/window.ts'
import { bucketsOver, quantileOf } from './buckets.ts'
import { measured, type Measured, type Reader, sumOf, wantsExact } from './reader.ts'

const nameOf = (window: Window, family: string): string =>
  (nameOnPage(window.index, `${family}_count`) ?? `${family}_count`).slice(0, -'_count'.length)

/** The longest on record: client_golang's quantile 1 of the last 256 pauses, Micrometer's decaying `_max`. */
const recordedMaxima = (window: Window, family: string): readonly Sample[] => [
  ...samplesOf(window.index, `${family}_max`),
  ...samplesOf(window.index, family, { quantile: ['1', '1.0'] }),
]

/** Interpolated in a bucket as wide as 10 to 100 ms, but no pause was longer than all of them together. */
const fromBuckets = (window: Window, family: string): Measured | null => {
  const value = quantileOf(bucketsOver(window, family), 0.99)
  if (value === null) return null
  const spent = window.increases(`${family}_sum`).map(({ by }) => by)
  return measured(
    spent.length === 0 ? value : Math.min(value, sumOf(spent)),
    `p99 of ${nameOf(window, family)}`,
  )
}

const longest = (window: Window, family: string): Measured | null => {
  const maxima = new Map(
    recordedMaxima(window, family).map(({ labels, value }) => [seriesKey(labels, 'quantile'), value]),
  )
  const spent = new Map(window.increases(`${family}_sum`).map(({ labels, by }) => [seriesKey(labels), by]))
  let found: number | null = null
  for (const { labels, by } of window.increases(`${family}_count`)) {
    const key = seriesKey(labels)
    const all = spent.get(key)
    if (by <= 0 || all === undefined) continue
    const limit = by === 1 ? all : maxima.get(key)
    if (limit !== undefined) found = Math.max(found ?? 0, Math.min(all, limit))
  }
  return found === null ? null : measured(found, `longest of ${nameOf(window, family)}`)
}

/**
 * The p99 of the pauses in a window: from buckets, else the longest pause. Garbage collectors pause a few
 * times between two scrapes, and of fewer than a hundred the longest is the p99. A summary tells it thus: at
 * most all pauses of the window together, and at most the longest on record, which may be hours old. The
 * smaller of the two is taken; it is exact when there was one pause. Absent when there was none.
 */
export const pauseP99 = (family: string): Reader => ({
  wants: wantsExact(family, `${family}_max`),
  read: (window) => fromBuckets(window, family) ?? longest(window, family),
})
