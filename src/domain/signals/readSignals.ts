import { deepestQueue } from '#src/domain/signals/readers/deepestQueue.ts'
import { fullestPool } from '#src/domain/signals/readers/fullestPool.ts'
import { type Measured, measured, usableBound } from '#src/domain/signals/readers/reader.ts'
import type { Target } from '#src/domain/signals/readers/target.ts'
import { ALL_SOURCES } from '#src/domain/signals/sources/allSources.ts'
import type { SampleIndex } from '#src/domain/signals/window/sampleIndex.ts'
import { openWindow, stillWindow, type Window } from '#src/domain/signals/window/window.ts'
import type { MappedSignal } from './mappedSignal.ts'
import { readMapped } from './readMapped.ts'
import { readSaturation } from './readSaturation.ts'
import type { Saturation } from './saturation.ts'
import type { Signal } from './signal.ts'
import type { Scrape, SignalReading, SignalReadings } from './signalReading.ts'
import type { Row, Source } from './source.ts'

/**
 * On an exporter's page only exporters' sources speak: the process behind the page is not what is watched.
 */
const sourcesFor = (index: SampleIndex): readonly Source[] => {
  const exporters = ALL_SOURCES.filter(({ exporter }) => exporter?.isOn(index) === true)
  return exporters.length > 0 ? exporters : ALL_SOURCES.filter(({ exporter }) => exporter === undefined)
}

const readStart = (window: Window, sources: readonly Source[]): Measured | null => {
  for (const { starts = [] } of sources) {
    for (const start of starts) {
      const found = start.read(window)
      if (found !== null) return found
    }
  }
  return null
}

/** Down as soon as one source says so: a page may tell of several targets. */
const readTarget = (index: SampleIndex): Target | null => {
  const told = ALL_SOURCES.flatMap(({ target }) => target?.read(index) ?? [])
  return told.find(({ up }) => !up) ?? told[0] ?? null
}

const readRow = (window: Window, { value, bound }: Row): Measured | null => {
  const found = value.read(window)
  if (found === null || bound === undefined) return found
  const limit = bound.read(window)
  const usable = usableBound(limit?.value)
  return limit === null || usable === null
    ? found
    : { ...found, bound: usable, from: `${found.from} of ${limit.from}` }
}

type Findings = Map<Signal, SignalReading>
type Types = Scrape['exposition']['types']

const keep = (findings: Findings, signal: Signal, found: Measured | null): void => {
  if (found !== null) findings.set(signal, { signal, ...found })
}

const readSources = (window: Window, sources: readonly Source[], findings: Findings): void => {
  for (const { rows } of sources) {
    for (const row of rows) {
      if (!findings.has(row.signal)) keep(findings, row.signal, readRow(window, row))
    }
  }
  const pool = fullestPool(
    window,
    sources.flatMap(({ pools = [] }) => pools),
  )
  if (pool !== null) {
    keep(findings, 'poolInUse', pool.poolInUse)
    keep(findings, 'poolIdle', pool.poolIdle)
    keep(findings, 'poolWaiting', pool.poolWaiting)
  }
  const queues = sources.flatMap((source) => source.queues ?? [])
  keep(findings, 'queueDepth', deepestQueue(window, queues))
}

/** All workers are busy, whatever they are. */
const ALL_BUSY = 1

/**
 * Two things tell how busy the workers are: how many the page counts as busy at this moment, and what Little's law makes
 * of the whole window. Only the first sees requests that hang, only the second a rush between two pages: the higher one
 * is believed. The numbers of the law are given only with its own result.
 */
const keepUtilisation = (
  window: Window,
  sources: readonly Source[],
  workers: number | null,
  findings: Findings,
): Saturation | null => {
  const told = findings.get('utilisation')
  if (told !== undefined) findings.set('utilisation', { ...told, bound: ALL_BUSY })
  const kinds = sources.flatMap(({ work = [] }) => work)
  const found = readSaturation(window, kinds, workers)
  if (found === null || (told !== undefined && told.value >= found.saturation.utilisation)) return null
  const { saturation, from } = found
  const { utilisation: value } = saturation
  findings.set('utilisation', { signal: 'utilisation', value, bound: ALL_BUSY, from, of: null })
  return saturation
}

const NONE_MAPPED: readonly MappedSignal[] = []

/** A signal that the fleet file maps is told by that metric or by none: two would take turns on one line. */
function keepMapped(window: Window, types: Types, mapped: readonly MappedSignal[], findings: Findings): void {
  for (const one of mapped) {
    const { signal } = one
    findings.delete(signal)
    keep(findings, signal, readMapped(window, types, one))
    const found = findings.get(signal)
    if (signal === 'utilisation' && found !== undefined) findings.set(signal, { ...found, bound: ALL_BUSY })
  }
}

const readScrape = ({ took, exposition }: Scrape, findings: Findings): void => {
  keep(findings, 'scrapeDuration', measured(took / 1000, 'this scrape'))
  keep(findings, 'scrapeBytes', measured(exposition.bytes, 'this scrape'))
  keep(findings, 'seriesCount', measured(exposition.seriesCount, 'this scrape'))
}

/**
 * The canonical signals of one pod from its metrics page, with no configuration.
 *
 * Counters and histograms need the page before it: without one, or when the two are not between 0 and 10
 * minutes apart, rates, ratios and quantiles are absent, and so they are when nothing happened (no requests,
 * no latency). The signals of the scrape itself are always there. `startedAt` is that of the watched process,
 * to the second or so where the page tells only an uptime. On an exporter's page nothing of the exporter's
 * own process is taken. `workers` is how many the fleet file gives the pod; null where it does not say. `mapped`: the metrics
 * that it maps to signals, which go before what is recognised.
 */
export const readSignals = (
  previous: Scrape | null,
  current: Scrape,
  workers: number | null = null,
  mapped: readonly MappedSignal[] = NONE_MAPPED,
): SignalReadings => {
  const still = stillWindow(current)
  const sources = sourcesFor(still.index)
  const start = readStart(still, sources)
  let window = still
  if (previous !== null) {
    const before = stillWindow(previous)
    const starts = { before: readStart(before, sources)?.value ?? null, now: start?.value ?? null }
    window = openWindow({ scrape: previous, still: before }, { scrape: current, still }, starts)
  }
  const findings: Findings = new Map()
  readSources(window, sources, findings)
  const law = keepUtilisation(window, sources, workers, findings)
  const saturation = mapped.some(({ signal }) => signal === 'utilisation') ? null : law
  if (start !== null) {
    keep(findings, 'uptime', measured(Math.max(0, current.at / 1000 - start.value), start.from))
  }
  keepMapped(window, current.exposition.types, mapped, findings)
  readScrape(current, findings)
  return {
    signals: findings,
    window: window.seconds === null ? null : window.seconds * 1000,
    saturation,
    startedAt: start === null ? null : start.value * 1000,
    target: readTarget(still.index),
  }
}
