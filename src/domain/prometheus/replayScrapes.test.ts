import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import { readSignals } from '#src/domain/signals/readSignals.ts'
import type { Scrape } from '#src/domain/signals/signalReading.ts'
import { scrapeOf } from '#src/domain/signals/testing/scrapeOf.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { StoredSeries } from './readResult.ts'
import { type PastReading, type PodPast, replayScrapes } from './replayScrapes.ts'
import { sampleGrid, type Stretch } from './sampleGrid.ts'
import type { Span } from './span.ts'
import { SCRAPE_NOTES } from './wantedMetrics.ts'

const START = 1_795_276_800_000
const TARGET = {
  identity: ['job', 'instance'],
  labels: labelSet([
    ['job', 'orders'],
    ['instance', 'a:1'],
  ]),
}

const spanOf = (points: number, step = minutes(2), start = START): Span => ({
  start,
  end: start + (points - 1) * step,
  step,
})

const series = (
  name: string,
  values: readonly number[],
  labels: Record<string, string> = {},
): StoredSeries => ({
  name,
  labels: labelSet(Object.entries({ ...labels, ...TARGET.labels })),
  values: Float64Array.from(values),
})

const stretchOf = (span: Span, found: readonly StoredSeries[]): Stretch => {
  const grid = sampleGrid(span)
  grid.add(span, found)
  return grid.stretchOf(TARGET)
}

const pastOf = (...stretches: readonly Stretch[]): PodPast => pastWith(null, stretches)

function pastWith(workers: number | null, stretches: readonly Stretch[]): PodPast {
  const replay = replayScrapes(stretches, workers)
  for (;;) {
    const step = replay.next()
    if (step.done === true) return step.value
  }
}

const valuesOf = ({ readings }: PodPast, signal: PastReading['signal']): (readonly [number, number])[] =>
  readings.flatMap((reading) =>
    reading.signal === signal ? [[reading.t - START, reading.value] as const] : [],
  )

const NONE = Number.NaN
const secondsAt = (...ms: readonly number[]): number[] => ms.map((at) => (START + at) / 1000)

describe('replayScrapes', () => {
  it.each(['go-app', 'node-prom-client-app', 'redis-exporter', 'haproxy', 'prometheus', 'node-exporter'])(
    'reads two stored pages of %s as it reads them when they are polled',
    (service) => {
      const pages = ['metrics.txt', 'metrics-2.txt'].map((file, i): Scrape => {
        const text = readFileSync(`e2e/fixtures/samples/${service}/${file}`, 'latin1')
        return scrapeOf(text, START + i * minutes(2), 12)
      })
      const span = spanOf(2)
      const grid = sampleGrid(span)
      for (const [i, page] of pages.entries()) {
        const moment = { ...span, start: span.start + i * span.step, end: span.start + i * span.step }
        grid.add(
          moment,
          page.exposition.samples.map(({ name, labels, value }) => ({
            // A label that the target has too is stored under another name.
            ...series(name, [value]),
            labels: labelSet([
              ...Object.entries(labels).map(
                ([label, text]) => [label in TARGET.labels ? `exported_${label}` : label, text] as const,
              ),
              ...Object.entries(TARGET.labels),
            ]),
          })),
        )
        grid.add(moment, [
          series(SCRAPE_NOTES.took, [0.012]),
          series(SCRAPE_NOTES.samples, [page.exposition.seriesCount]),
          series(SCRAPE_NOTES.bytes, [page.exposition.bytes]),
          series(SCRAPE_NOTES.up, [1]),
        ])
      }
      const polled = pages.flatMap((page, i) =>
        Array.from(readSignals(pages[i - 1] ?? null, page).signals.values()),
      )
      const { readings } = pastOf(grid.stretchOf(TARGET))
      expect(readings.length).toBeGreaterThan(8)
      expect(readings.map(({ signal, value, bound }) => ({ signal, value, bound }))).toEqual(
        polled.map(({ signal, value, bound }) => ({ signal, value, bound })),
      )
    },
  )

  it('counts a scrape once, at its own time, and takes rates over what lay between two', () => {
    const past = pastOf(
      stretchOf(spanOf(4), [
        series('http_requests_total', [115, 400, 400, 1000], { code: '200' }),
        series('queue_depth', [1, 2, 2, 3]),
        series(SCRAPE_NOTES.at, secondsAt(0, seconds(95), seconds(95), seconds(295))),
      ]),
    )
    expect(valuesOf(past, 'requestRate')).toEqual([
      [seconds(95), 3],
      [seconds(295), 3],
    ])
    expect(valuesOf(past, 'queueDepth')).toEqual([
      [0, 1],
      [seconds(95), 2],
      [seconds(295), 3],
    ])
  })

  it('takes gauges from a coarse step, and rates only from a fine one', () => {
    const hourly = spanOf(3, hours(1), START - hours(3))
    const past = pastOf(
      stretchOf(hourly, [
        series('queue_depth', [3, 4, 5]),
        series('http_requests_total', [0, 3600, 7200], { code: '200' }),
      ]),
      stretchOf(spanOf(2), [
        series('queue_depth', [6, 7]),
        series('http_requests_total', [10_800, 10_920], { code: '200' }),
      ]),
    )
    expect(valuesOf(past, 'queueDepth').map(([, value]) => value)).toEqual([3, 4, 5, 6, 7])
    expect(valuesOf(past, 'requestRate')).toEqual([[minutes(2), 1]])
    expect(past.readings.every(({ t }, i) => t >= (past.readings[i - 1]?.t ?? 0))).toBe(true)
  })

  it('gives nothing of moments at which the pod was down or not asked', () => {
    const past = pastOf(
      stretchOf(spanOf(4), [
        series('queue_depth', [1, 2, NONE, 4]),
        series(SCRAPE_NOTES.up, [1, 0, NONE, 1]),
        series(SCRAPE_NOTES.took, [0.1, 10, NONE, 0.1]),
      ]),
    )
    expect(valuesOf(past, 'queueDepth')).toEqual([
      [0, 1],
      [minutes(6), 4],
    ])
    expect(valuesOf(past, 'scrapeDuration')).toEqual([
      [0, 0.1],
      [minutes(6), 0.1],
    ])
  })

  it('says of the scrape itself only what the server noted', () => {
    const past = pastOf(
      stretchOf(spanOf(1), [series('queue_depth', [1]), series(SCRAPE_NOTES.samples, [345])]),
    )
    expect(past.readings.map(({ signal, value }) => [signal, value])).toEqual([
      ['queueDepth', 1],
      ['seriesCount', 345],
    ])
  })

  it('tells the version that each start came with', () => {
    const [first, second] = [START / 1000 - 600, START / 1000 + 150]
    const past = pastOf(
      stretchOf(spanOf(3), [
        series('process_start_time_seconds', [first, first, second]),
        series('orders_build_info', [1, 1, Number.NaN], { version: '1.8.1' }),
        series('orders_build_info', [Number.NaN, Number.NaN, 1], { version: '1.8.2' }),
      ]),
    )
    expect(past.starts.map(({ version }) => version)).toEqual(['1.8.1', '1.8.2'])
  })

  it('tells the starts, and that a counter began anew with them', () => {
    const [first, second] = [START / 1000 - 600, START / 1000 + 150]
    const past = pastOf(
      stretchOf(spanOf(3), [
        series('process_start_time_seconds', [first, first, second]),
        series('http_requests_total', [1000, 1240, 180], { code: '200' }),
      ]),
    )
    expect(past.starts).toEqual([
      { at: START - seconds(600), version: null },
      { at: START + seconds(150), version: null },
    ])
    expect(valuesOf(past, 'requestRate')).toEqual([
      [minutes(2), 2],
      [minutes(4), 1.5],
    ])
  })

  it('names the bound that the metrics tell', () => {
    const past = pastOf(
      stretchOf(spanOf(1), [series('process_open_fds', [50]), series('process_max_fds', [1024])]),
    )
    expect(past.readings).toContainEqual({
      signal: 'fds',
      t: START,
      value: 50,
      bound: 1024,
      ofHour: false,
    })
  })

  it('computes how busy the workers are that the fleet file names', () => {
    const stretch = stretchOf(spanOf(2), [
      series('http_request_duration_seconds_count', [1000, 2200]),
      series('http_request_duration_seconds_sum', [100, 340]),
    ])
    // 240 s of work in 120 s are two workers' worth.
    expect(valuesOf(pastWith(4, [stretch]), 'utilisation')).toEqual([[minutes(2), 0.5]])
    expect(valuesOf(pastWith(null, [stretch]), 'utilisation')).toEqual([])
  })

  it('leaves series of other targets alone', () => {
    const other = {
      ...series('queue_depth', [99]),
      labels: labelSet([
        ['job', 'orders'],
        ['instance', 'b:1'],
      ]),
    }
    expect(valuesOf(pastOf(stretchOf(spanOf(1), [other, series('queue_depth', [1])])), 'queueDepth')).toEqual(
      [[0, 1]],
    )
  })

  it('is empty without any series', () => {
    expect(pastOf()).toEqual({ readings: [], starts: [] })
    expect(pastOf(stretchOf(spanOf(3), []))).toEqual({ readings: [], starts: [] })
  })
})
