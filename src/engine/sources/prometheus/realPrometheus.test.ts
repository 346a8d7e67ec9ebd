import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPrometheus, writeBlocks } from '#e2e/fleet/prometheusBlocks.ts'
import {
  constant,
  creepingQueue,
  leakingMemory,
  processStarts,
  scrapeNotes,
  steadyRequests,
  type StoredMetric,
} from '#e2e/fleet/storedSeries.ts'
import { isInstalled, type Running } from '#e2e/support/realServers.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { fetchPlan } from '#src/domain/prometheus/fetchPlan.ts'
import type { PastReading } from '#src/domain/prometheus/replayScrapes.ts'
import { readMatrix } from '#src/domain/prometheus/readResult.ts'
import { pointsOf, spanWithin } from '#src/domain/prometheus/span.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { days, type DurationMs, type EpochMs, hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { queryFailureWords } from '#src/domain/wording/sourceWords.ts'
import { nodePorts } from '#src/engine/testing/nodePorts.ts'
import { backfill, type BackfillSummary, type PodRef } from './backfill.ts'
import { type PrometheusAccess, prometheusClient } from './prometheusClient.ts'

const missing = !isInstalled('prometheus') || !isInstalled('promtool')

const NOW: EpochMs = Date.now()
const FROM = NOW - days(42)
const RESTARTS = [NOW - days(9), NOW - hours(10)]
const PODS = [1, 2, 3].map((i) => ({ job: 'orders', instance: `10.0.0.${i}:8080`, pod: `orders-${i}` }))

/** Each week from one full hour to the next a fifth of all requests is slow; now is within such an hour. */
const THIS_HOUR = Math.floor(NOW / hours(1)) * hours(1)
const FIRST_JOB = THIS_HOUR - days(49)

const slowUntil = (at: EpochMs): DurationMs => {
  const weeks = Math.floor((at - FIRST_JOB) / days(7))
  return weeks * hours(1) + Math.min(hours(1), at - FIRST_JOB - weeks * days(7))
}

const bucket = (le: string): StoredMetric => ({
  name: 'http_request_duration_seconds_bucket',
  labels: { le },
  valueAt: (at) => {
    const start = RESTARTS.findLast((each) => each <= at) ?? FROM - hours(24)
    const slow = le === '0.1' ? 0.2 * (slowUntil(at) - slowUntil(start)) : 0
    return (7 * (at - start - slow)) / 1000
  },
})

const METRICS = [
  bucket('0.1'),
  bucket('1'),
  bucket('+Inf'),
  processStarts(FROM, RESTARTS),
  creepingQueue(FROM, 0.05),
  leakingMemory(FROM, RESTARTS, mebibytes(3)),
  steadyRequests(FROM, RESTARTS, 7),
  constant('process_open_fds', 50),
  constant('process_max_fds', 1024),
  constant('orders_shipped_total', 1),
  ...scrapeNotes(0.012, 345),
]

type Past = { readonly readings: readonly PastReading[]; readonly starts: readonly EpochMs[] }

const fleetOf = (url: string, services: object[]) => {
  const fleet = parseFleet({ sources: { prometheus: { url } }, services })
  if (!fleet.ok || fleet.value.sources.prometheus === null)
    throw new Error('the fleet of this test is faulty')
  const access: PrometheusAccess = {
    source: fleet.value.sources.prometheus,
    fleetUrl: 'http://home.test/fleet.json',
    authorization: () => null,
    signal: null,
  }
  return { fleet: fleet.value, access }
}

const of = (past: Past | undefined, signal: Signal): readonly PastReading[] =>
  (past?.readings ?? []).filter((reading) => reading.signal === signal)

describe.skipIf(missing)('a real Prometheus with six weeks of three pods', { timeout: 30_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-blocks-'))
  let server: Running | null = null

  beforeAll(async () => {
    await writeBlocks(folder, PODS, METRICS, { from: FROM, to: NOW })
    server = await startPrometheus(folder)
  }, 60_000)

  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const urlOf = (): string => server?.url ?? ''

  const client = () => prometheusClient(fleetOf(urlOf(), []).access, nodePorts)

  const ORDERS = {
    name: 'orders',
    pods: [
      { name: 'orders-1', url: 'http://elsewhere:1' },
      'http://10.0.0.2:8080/app',
      { url: 'fleet/orders/3', shownUrl: 'http://10.0.0.3:8080' },
      'http://10.9.9.9:8080',
    ],
  }

  async function fill(isDone: (pod: PodRef) => boolean = () => false) {
    const { fleet, access } = fleetOf(urlOf(), [ORDERS, { name: 'billing', url: 'http://billing:8080' }])
    const pasts = new Map<string, Past>()
    const progress: string[] = []
    let starts: readonly EpochMs[] = []
    const summary: BackfillSummary = await backfill(access, fleet, nodePorts, {
      now: NOW,
      isDone,
      onStarts: (_, found) => {
        starts = found.map(({ at }) => at)
      },
      onReadings: ({ pod }, readings) => pasts.set(pod, { readings, starts }),
      onProgress: ({ done, of }) => progress.push(`${done} of ${of}`),
    })
    return { summary, pasts, progress }
  }

  it('is read back: every pod by its name or address, with the values that were written', async () => {
    const { summary, pasts, progress } = await fill()
    expect(summary).toMatchObject({ filled: 3, warnings: [], leftOut: [], refused: [], failure: null })
    expect(summary.unmatched).toEqual([
      { service: 'orders', pod: 'orders-4', why: 'none', jobs: [] },
      { service: 'billing', pod: 'billing', why: 'none', jobs: [] },
    ])
    expect(progress).toEqual(['3 of 3'])
    expect([...pasts.keys()]).toEqual(['orders-1', 'orders-2', 'orders-3'])

    const queue = creepingQueue(FROM, 0.05)
    for (const [i, pod] of ['orders-1', 'orders-2', 'orders-3'].entries()) {
      const readings = of(pasts.get(pod), 'queueDepth')
      // 27 days by the hour and a day at every second minute, less what the edges take.
      expect(readings.length).toBeGreaterThan(27 * 24 + 720 - 5)
      expect(readings.length).toBeLessThanOrEqual(27 * 24 + 721)
      expect(readings[0]?.t).toBeLessThan(NOW - days(28) + hours(2))
      expect(readings.at(-1)?.t).toBeGreaterThan(NOW - minutes(4))
      expect(readings.every(({ t, value }) => value === queue.valueAt(t, i))).toBe(true)
      expect(readings.every(({ t }, at) => at === 0 || t > (readings[at - 1]?.t ?? 0))).toBe(true)
    }
    const memory = leakingMemory(FROM, RESTARTS, mebibytes(3))
    expect(of(pasts.get('orders-2'), 'memory').every(({ t, value }) => value === memory.valueAt(t, 1))).toBe(
      true,
    )
    expect(of(pasts.get('orders-1'), 'fds').at(-1)).toMatchObject({ value: 50, bound: 1024 })
    expect(of(pasts.get('orders-1'), 'scrapeDuration').at(-1)).toMatchObject({ value: 0.012 })
    expect(of(pasts.get('orders-1'), 'seriesCount').at(-1)).toMatchObject({ value: 345 })
  })

  it('tells the starts, and rates of the last day, across a restart too', async () => {
    const { pasts } = await fill(({ pod }) => pod !== 'orders-3')
    expect([...pasts.keys()]).toEqual(['orders-3'])
    expect(pasts.get('orders-3')?.starts).toEqual([FROM - hours(24), ...RESTARTS])
    const rates = of(pasts.get('orders-3'), 'requestRate').filter(({ ofHour }) => !ofHour)
    expect(rates.length).toBeGreaterThan(700)
    expect(rates.every(({ t }) => t >= NOW - hours(24))).toBe(true)
    // What was counted between the last scrape before a restart and the restart is lost, as when it is polled.
    const others = rates.filter(({ value }) => Math.abs(value - 7) > 0.1)
    expect(others.every(({ value }) => value < 7)).toBe(true)
    expect(others.length).toBeLessThanOrEqual(1)
    expect(others.every(({ t }) => Math.abs(t - (RESTARTS[1] ?? 0)) <= minutes(2))).toBe(true)
  })

  it('tells one rate and one latency of each hour of the month, and in which hours it was slow', async () => {
    const { pasts } = await fill(({ pod }) => pod !== 'orders-2')
    const [rates, latencies] = (['requestRate', 'latencyP99'] as const).map((signal) =>
      of(pasts.get('orders-2'), signal).filter(({ ofHour }) => ofHour),
    )
    for (const told of [rates ?? [], latencies ?? []]) {
      const hoursTold = told.map(({ t }) => Math.floor(t / hours(1)))
      expect(told.length).toBeGreaterThan(27 * 24 - 3)
      expect(new Set(hoursTold).size).toBe(told.length)
      expect(told.every(({ t }) => t < NOW - hours(24))).toBe(true)
      // Of the middle of the hour: the scrape that a query at its 33rd minute sees.
      expect(told.every(({ t }) => t % hours(1) > minutes(27) && t % hours(1) <= minutes(33))).toBe(true)
    }
    // The pair that a restart falls between has counted less.
    const odd = rates?.filter(({ value }) => Math.abs(value - 7) > 0.01)
    expect(odd?.every(({ t }) => Math.abs(t - (RESTARTS[0] ?? 0)) <= minutes(10))).toBe(true)
    const slow = latencies?.filter(({ value }) => value > 0.5) ?? []
    expect(slow.map(({ t }) => Math.floor(t / hours(1)) * hours(1))).toEqual(
      [28, 21, 14, 7].map((ago) => THIS_HOUR - days(ago)),
    )
    expect(latencies?.filter(({ value }) => value < 0.1).length).toBe((latencies?.length ?? 0) - 4)
    expect(of(pasts.get('orders-2'), 'queueDepth').some(({ ofHour }) => ofHour)).toBe(false)
  })

  it('refuses four weeks at two minutes at once, and answers them in pieces', async () => {
    const span = spanWithin(NOW - days(28), NOW, minutes(2))
    const whole = await client().queryRange('queue_depth{pod="orders-1"}', span)
    if (whole.ok) throw new Error('it was answered')
    expect(queryFailureWords(whole.error).what).toContain('exceeded maximum resolution of 11,000 points')

    const pieces = fetchPlan([{ name: 'queue_depth', series: 1 }], span)
    expect(pieces.map((piece) => pointsOf(piece.span))).toEqual([11_000, pointsOf(span) - 11_000])
    let values = 0
    for (const piece of pieces) {
      const answer = await client().queryRange('queue_depth{pod="orders-1"}', piece.span)
      const matrix = answer.ok ? readMatrix(answer.value.data, piece.span) : answer
      if (!matrix.ok) throw new Error(JSON.stringify(matrix.error))
      values += matrix.value[0]?.values.filter((value) => !Number.isNaN(value)).length ?? 0
    }
    expect(values).toBeGreaterThan(pointsOf(span) - 3)
  })

  it.each([
    { query: 'up(', kind: { status: 400, errorType: 'bad_data' }, says: 'parse error' },
    {
      query: 'process_open_fds * on(job) queue_depth',
      kind: { status: 422, errorType: 'execution' },
      says: 'duplicate series',
    },
  ])('names the failure of $query', async ({ query, kind, says }) => {
    const answer = await client().query(query, NOW)
    if (answer.ok) throw new Error('it was answered')
    expect(answer.error).toMatchObject({ kind: 'refused', ...kind })
    expect(queryFailureWords(answer.error).what).toContain(says)
  })

  it('is no API one path further down, in words', async () => {
    const { fleet, access } = fleetOf(`${urlOf()}/graph`, [ORDERS])
    const nothing = {
      now: NOW,
      isDone: () => false,
      onStarts: () => {},
      onReadings: () => {},
      onProgress: () => {},
    }
    const { failure, filled } = await backfill(access, fleet, nodePorts, nothing)
    expect([failure, filled]).toEqual([{ kind: 'no-api', status: 404, holds: 'text' }, 0])
  })
})

it.runIf(missing)('is not installed here: a real Prometheus is not asked', () => {
  expect(missing).toBe(true)
})
