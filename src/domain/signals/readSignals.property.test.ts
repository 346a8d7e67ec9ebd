import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Labels, Sample } from '#src/domain/exposition/exposition.ts'
import { seconds } from '#src/domain/time/units.ts'
import { readSignals } from './readSignals.ts'
import type { Scrape, SignalReadings } from './signalReading.ts'
import { scrapeOf } from './testing/scrapeOf.ts'
import { NOW } from './testing/wordsOf.ts'
import { WANTED } from './wantedNames.ts'

const FORMS = ['', '', '', '_count', '_sum', '_bucket'] as const

/** Counters, histograms and summaries that rates, ratios and quantiles are read from. */
const COUNTING = [
  'http_requests_total',
  'http_request_duration_seconds_bucket',
  'http_request_duration_seconds_count',
  'http_request_summary_seconds',
  'http_request_summary_seconds_count',
  'process_cpu_seconds_total',
  'process_start_time_seconds',
  'go_gc_duration_seconds',
  'go_gc_duration_seconds_sum',
  'go_gc_duration_seconds_count',
  'nodejs_gc_duration_seconds_bucket',
  'haproxy_frontend_http_requests_total',
  'db_client_connections_usage',
  'redis_up',
] as const

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...COUNTING) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...WANTED.exact), fc.constantFrom(...FORMS))
      .map(([family, form]) => family + form),
  },
  { weight: 1, arbitrary: fc.constantFrom(...WANTED.suffixes.map((suffix) => `my${suffix}`)) },
)

const labels: fc.Arbitrary<Labels> = fc.oneof(
  fc.constant({}),
  fc.record({ le: fc.constantFrom('0.1', '1', '+Inf'), code: fc.constantFrom('200', '500') }),
  fc.record({ quantile: fc.constantFrom('0.5', '0.99', '1'), path: fc.constantFrom('a', 'b') }),
  fc.record({ pool: fc.constantFrom('a', 'b'), state: fc.constantFrom('idle', 'used', 'DOWN') }),
)

const value = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: -5, max: 1_000_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity, 1.8e19, -0) },
)

const samples: fc.Arbitrary<readonly Sample[]> = fc
  .uniqueArray(fc.tuple(name, labels), { selector: (series) => JSON.stringify(series), maxLength: 60 })
  .chain((series) =>
    fc
      .array(value, { minLength: series.length, maxLength: series.length })
      .map((values) =>
        series.map(([name, labels], at) => ({ name, labels, value: values[at] ?? 0, at: null })),
      ),
  )

const scrape = (samples: readonly Sample[], at: number): Scrape => {
  const { exposition } = scrapeOf('', at)
  return { at, took: 5, exposition: { ...exposition, samples } }
}

/** Two pages that share many series, as those of one pod do. */
const pages = fc.tuple(samples, samples, fc.integer({ min: -20, max: 700 })).map(([common, other, gap]) => ({
  before: scrape(common, NOW - seconds(gap)),
  now: scrape(
    [
      ...common.map((sample, at) => ({ ...sample, value: other[at]?.value ?? sample.value })),
      ...other,
    ].filter(
      ({ name, labels }, at, all) =>
        all.findIndex((one) => one.name === name && JSON.stringify(one.labels) === JSON.stringify(labels)) ===
        at,
    ),
    NOW,
  ),
}))

const plain = ({ signals, startedAt, target }: SignalReadings) => ({
  signals: Object.fromEntries([...signals].sort(([a], [b]) => (a < b ? -1 : 1))),
  startedAt,
  target,
})

describe('whatever two pages hold', () => {
  it('every value is finite and none is negative; a bound is a positive number', () => {
    fc.assert(
      fc.property(pages, ({ before, now }) => {
        const { signals, startedAt } = readSignals(before, now, 4)
        expect(startedAt === null || Number.isFinite(startedAt)).toBe(true)
        for (const { value, bound, from } of signals.values()) {
          expect(Number.isFinite(value) && value >= 0).toBe(true)
          expect(bound === null || (Number.isFinite(bound) && bound > 0)).toBe(true)
          expect(from).not.toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a ratio is between 0 and 1', () => {
    fc.assert(
      fc.property(pages, ({ before, now }) => {
        const ratio = readSignals(before, now).signals.get('errorRatio')?.value ?? 0
        return ratio >= 0 && ratio <= 1
      }),
    )
  })

  it('the order of lines does not matter', () => {
    const shuffled = pages.chain((two) =>
      fc.record({
        two: fc.constant(two),
        before: fc.shuffledSubarray([...two.before.exposition.samples], {
          minLength: two.before.exposition.samples.length,
        }),
        now: fc.shuffledSubarray([...two.now.exposition.samples], {
          minLength: two.now.exposition.samples.length,
        }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ two, before, now }) => {
        const other = readSignals(scrape(before, two.before.at), scrape(now, two.now.at))
        expect(plain(other)).toEqual(plain(readSignals(two.before, two.now)))
      }),
      { numRuns: 300 },
    )
  })

  it("metrics of the service's own change nothing, however many", () => {
    const own = fc.array(
      fc.record({
        name: fc.constantFrom('orders_total', 'cart_items', 'jobs', 'rpc_seconds_bucket', 'my_info'),
        labels,
        value,
        at: fc.constant(null),
      }),
    )
    fc.assert(
      fc.property(pages, own, ({ before, now }, more) => {
        const noisy = readSignals(
          scrape([...more, ...before.exposition.samples], before.at),
          scrape([...now.exposition.samples, ...more], now.at),
        )
        expect(plain(noisy)).toEqual(plain(readSignals(before, now)))
      }),
    )
  })

  it('a page compared with itself shows no requests, and so no errors and no latency', () => {
    fc.assert(
      fc.property(samples, (all) => {
        // An uptime that stands still says that the process began anew.
        const page = all.filter(({ name }) => !name.includes('uptime'))
        const { signals } = readSignals(scrape(page, NOW - seconds(15)), scrape(page, NOW))
        for (const signal of ['errorRatio', 'latencyP50', 'latencyP99'] as const) {
          expect(signals.has(signal)).toBe(false)
        }
        expect(signals.get('requestRate')?.value ?? 0).toBe(0)
      }),
    )
  })
})
