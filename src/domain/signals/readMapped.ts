import { countsUp } from '#src/domain/exposition/countsUp.ts'
import type { Exposition } from '#src/domain/exposition/exposition.ts'
import { familyOf } from '#src/domain/exposition/familyName.ts'
import { scaled, share } from '#src/domain/signals/readers/combine.ts'
import { fullest } from '#src/domain/signals/readers/fullest.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { quantile } from '#src/domain/signals/readers/quantile.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import { type Measured, type Reader, usableBound } from '#src/domain/signals/readers/reader.ts'
import type { LabelFilter } from '#src/domain/signals/window/labelFilter.ts'
import { nameOnPage, samplesOf } from '#src/domain/signals/window/sampleIndex.ts'
import type { Window } from '#src/domain/signals/window/window.ts'
import type { MappedSignal } from './mappedSignal.ts'
import type { Signal } from './signal.ts'

type Types = Exposition['types']

/** Which quantile of a histogram or summary a signal is. */
const QUANTILES: Readonly<Partial<Record<Signal, number>>> = {
  latencyP50: 0.5,
  latencyP99: 0.99,
  gcPauseP99: 0.99,
  eventLoopLag: 0.99,
}

/** What is counted up and yet told as it stands. */
const AS_IT_STANDS: ReadonlySet<Signal> = new Set<Signal>(['restarts', 'uptime', 'certificateExpiry'])

/** Told by its TYPE line, or, where the page has none, by its buckets. */
function isDistribution({ index }: Window, types: Types, metric: string): boolean {
  const type = types.get(metric)
  if (type !== undefined && type !== 'untyped') return type === 'histogram' || type === 'summary'
  return nameOnPage(index, `${metric}_bucket`) !== null
}

const rises = (types: Types, { signal }: MappedSignal, metric: string): boolean =>
  !AS_IT_STANDS.has(signal) && countsUp(types.get(familyOf(metric, types)) ?? 'untyped', metric)

/** No labels are no filter. */
const filterOf = (labels: MappedSignal['labels']): LabelFilter | undefined =>
  Object.keys(labels).length === 0 ? undefined : labels

const NOTHING: Reader = { wants: { exact: [], endings: [] }, read: () => null }

/** Of a distribution: its quantile, or how often it observed something. */
function distributionReader({ signal, metric, labels }: MappedSignal): Reader {
  const q = QUANTILES[signal]
  const filter = filterOf(labels)
  if (q !== undefined) return quantile(q, metric, filter)
  return signal === 'requestRate' ? rate(`${metric}_count`, filter) : NOTHING
}

function figureReader(mapped: MappedSignal, types: Types): Reader {
  const { metric, of, boundMetric, scale } = mapped
  const filter = filterOf(mapped.labels)
  const perSecond = rises(types, mapped, metric)
  if (of === null) return scaled(perSecond ? rate(metric, filter) : gauge(metric, filter), scale)
  const used = [{ name: metric, filter, factor: scale, perSecond }]
  if (boundMetric === null) return fullest({ by: [of], used })
  const bound = [{ name: boundMetric, filter: undefined, factor: scale, perSecond: false }]
  return fullest({ by: [of], used, bound })
}

function readerOf(window: Window, types: Types, mapped: MappedSignal): Reader {
  const { metric, per, scale } = mapped
  if (isDistribution(window, types, metric)) return scaled(distributionReader(mapped), scale)
  const part = figureReader(mapped, types)
  if (per === null) return part
  return share(part, rises(types, mapped, per) ? rate(per) : gauge(per))
}

/** A limit need not carry all labels of what it limits: only those count that it has. */
function boundFilter(
  { index }: Window,
  name: string,
  labels: MappedSignal['labels'],
): LabelFilter | undefined {
  const samples = samplesOf(index, name)
  const has = ([label]: readonly [string, unknown]): boolean =>
    samples.some((sample) => sample.labels[label] !== undefined)
  return filterOf(Object.fromEntries(Object.entries(labels).filter(has)))
}

function withBound(window: Window, { boundMetric, labels, scale }: MappedSignal, found: Measured): Measured {
  if (boundMetric === null) return found
  const limit = gauge(boundMetric, boundFilter(window, boundMetric, labels)).read(window)
  const usable = usableBound(limit?.value)
  return limit === null || usable === null
    ? found
    : { ...found, bound: usable * scale, from: `${found.from} of ${limit.from}` }
}

/**
 * A signal as the metric tells it that the fleet file maps to it; null where the page does not hold it, or not yet. A gauge
 * counts as it is and a counter by its rise a second, all its fitting series added up; a histogram or summary gives the
 * quantile that the signal is, over the window, or, for the request rate, how often it observed. Nothing below 0 counts.
 * `types` are those of the page. Names with the prefix that a page puts before its process metrics fit as well.
 */
export function readMapped(window: Window, types: Types, mapped: MappedSignal): Measured | null {
  const found = readerOf(window, types, mapped).read(window)
  if (found === null || mapped.of !== null) return found
  return withBound(window, mapped, found)
}
