import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { readSignals } from './readSignals.ts'
import type { SignalReadings } from './signalReading.ts'
import { mappedOf } from './testing/mappedOf.ts'
import { scrapeOf } from './testing/scrapeOf.ts'
import { NOW, wordsOf } from './testing/wordsOf.ts'
import { wantedFamiliesOf } from './wantedFamiliesOf.ts'

/** What two pages say 10 s apart, of which only what is wanted of such a service was kept. */
function readings(signals: object, now: string, before: string | null = null): SignalReadings {
  const mapped = mappedOf(signals)
  const wanted = wantedFamiliesOf(mapped)
  const previous = before === null ? null : scrapeOf(before, NOW - seconds(10), 5, wanted)
  return readSignals(previous, scrapeOf(now, NOW, 5, wanted), null, mapped)
}

const JOBS = 'shop_jobs_waiting{queue="mail"} 3\nshop_jobs_waiting{queue="sms"} 40\n'
const CAPACITY = 'shop_jobs_capacity{queue="mail"} 4\nshop_jobs_capacity{queue="sms"} 500\n'
const counted = (name: string, ok: number, failed: number): string =>
  `# TYPE ${name} counter\n${name}{code="200"} ${ok}\n${name}{code="500"} ${failed}\n`
const timed = (fast: number, slow: number, path = '/pay'): string =>
  [
    '# TYPE shop_call_ms histogram',
    `shop_call_ms_bucket{path="${path}",le="100"} ${fast}`,
    `shop_call_ms_bucket{path="${path}",le="200"} ${fast + slow}`,
    `shop_call_ms_bucket{path="${path}",le="+Inf"} ${fast + slow}`,
    `shop_call_ms_sum{path="${path}"} ${fast * 50 + slow * 150}`,
    `shop_call_ms_count{path="${path}"} ${fast + slow}`,
    '',
  ].join('\n')

const rows = [
  {
    name: 'a gauge by its name: its series are added up',
    signals: { queueDepth: 'shop_jobs_waiting' },
    now: JOBS,
    told: { queueDepth: '43' },
    from: 'shop_jobs_waiting',
  },
  {
    name: 'labels pick series',
    signals: { queueDepth: { metric: 'shop_jobs_waiting', labels: { queue: 'mail' } } },
    now: JOBS,
    told: { queueDepth: '3' },
    from: 'shop_jobs_waiting{queue="mail"}',
  },
  {
    name: 'one of several values of a label',
    signals: { queueDepth: { metric: 'shop_jobs_waiting', labels: { queue: ['mail', 'sms'] } } },
    now: `${JOBS}shop_jobs_waiting{queue="fax"} 900\n`,
    told: { queueDepth: '43' },
    from: 'shop_jobs_waiting{queue=~"mail|sms"}',
  },
  {
    name: 'a metric that tells the limit',
    signals: { queueDepth: { metric: 'shop_jobs_waiting', boundMetric: 'shop_jobs_capacity' } },
    now: JOBS + CAPACITY,
    told: { queueDepth: '43 of 504' },
    from: 'shop_jobs_waiting of shop_jobs_capacity',
  },
  {
    name: 'a limit of the same labels, where it has them',
    signals: {
      queueDepth: {
        metric: 'shop_jobs_waiting',
        labels: { queue: 'mail' },
        boundMetric: 'shop_jobs_capacity',
      },
    },
    now: JOBS + CAPACITY,
    told: { queueDepth: '3 of 4' },
    from: 'shop_jobs_waiting{queue="mail"} of shop_jobs_capacity{queue="mail"}',
  },
  {
    name: 'a limit that has no labels',
    signals: {
      queueDepth: {
        metric: 'shop_jobs_waiting',
        labels: { queue: 'mail' },
        boundMetric: 'shop_jobs_capacity',
      },
    },
    now: `${JOBS}shop_jobs_capacity 100\n`,
    told: { queueDepth: '3 of 100' },
    from: 'shop_jobs_waiting{queue="mail"} of shop_jobs_capacity',
  },
  {
    name: 'of several the one nearest its limit, by a label',
    signals: {
      queueDepth: { metric: 'shop_jobs_waiting', of: 'queue', boundMetric: 'shop_jobs_capacity' },
    },
    now: JOBS + CAPACITY,
    told: { queueDepth: '3 of 4 (mail)' },
    from: 'shop_jobs_waiting of shop_jobs_capacity',
  },
  {
    name: 'of several without limits the highest',
    signals: { queueDepth: { metric: 'shop_jobs_waiting', of: 'queue' } },
    now: JOBS,
    told: { queueDepth: '40 (sms)' },
    from: 'shop_jobs_waiting',
  },
  {
    name: 'another unit',
    signals: { memory: { metric: 'shop_memory_kib', scale: 1024, boundMetric: 'shop_memory_max_kib' } },
    now: 'shop_memory_kib 8\nshop_memory_max_kib 64\n',
    told: { memory: '8192 of 65536' },
    from: 'shop_memory_kib of shop_memory_max_kib',
  },
  {
    name: 'what it maps goes before what is recognised',
    signals: { memory: 'shop_memory_bytes' },
    now: 'process_resident_memory_bytes 1000\nshop_memory_bytes 77\n',
    told: { memory: '77' },
    from: 'shop_memory_bytes',
  },
  {
    name: 'what is recognised does not stand in for it',
    signals: { memory: 'shop_memory_bytes' },
    now: 'process_resident_memory_bytes 1000\n',
    told: {},
    from: undefined,
  },
  {
    name: 'a counter gives its rise a second, with resets',
    signals: { requestRate: 'shop_calls_total' },
    before: counted('shop_calls_total', 500, 10),
    now: counted('shop_calls_total', 20, 40),
    told: { requestRate: '5' },
    from: 'rate of shop_calls_total',
  },
  {
    name: 'a counter that is not named as one, by its TYPE',
    signals: { requestRate: 'shop_calls' },
    before: counted('shop_calls', 100, 0),
    now: counted('shop_calls', 150, 0),
    told: { requestRate: '5' },
    from: 'rate of shop_calls',
  },
  {
    name: 'an OpenMetrics counter, whose TYPE has another name',
    signals: { requestRate: 'shop_calls_total' },
    before: '# TYPE shop_calls counter\nshop_calls_total 100\n',
    now: '# TYPE shop_calls counter\nshop_calls_total 150\n',
    told: { requestRate: '5' },
    from: 'rate of shop_calls_total',
  },
  {
    name: 'a counter has no rate yet on the first page',
    signals: { requestRate: 'shop_calls_total' },
    now: counted('shop_calls_total', 20, 40),
    told: {},
    from: undefined,
  },
  {
    name: 'a share of another counter',
    signals: {
      errorRatio: { metric: 'shop_calls_total', labels: { code: '500' }, per: 'shop_calls_total' },
    },
    before: counted('shop_calls_total', 100, 10),
    now: counted('shop_calls_total', 190, 20),
    told: { errorRatio: '0.1' },
    from: 'rate of shop_calls_total{code="500"} ÷ rate of shop_calls_total',
  },
  {
    name: 'restarts are told as they are counted',
    signals: { restarts: 'shop_restarts_total' },
    now: '# TYPE shop_restarts_total counter\nshop_restarts_total 4\n',
    told: { restarts: '4' },
    from: 'shop_restarts_total',
  },
  {
    name: 'a histogram gives the quantile, in seconds by its scale',
    signals: { latencyP99: { metric: 'shop_call_ms', scale: 0.001 } },
    before: timed(0, 0),
    now: timed(50, 50),
    told: { latencyP99: '0.198' },
    from: 'p99 of shop_call_ms',
  },
  {
    name: 'a histogram of some of its series',
    signals: { latencyP50: { metric: 'shop_call_ms', labels: { path: '/pay' }, scale: 0.001 } },
    before: `${timed(0, 0)}${timed(0, 0, '/health')}`,
    now: `${timed(0, 100)}${timed(900, 0, '/health')}`,
    told: { latencyP50: '0.15' },
    from: 'p50 of shop_call_ms{path="/pay"}',
  },
  {
    name: 'a histogram gives how often it observed',
    signals: { requestRate: 'shop_call_ms' },
    before: timed(0, 0),
    now: timed(50, 50),
    told: { requestRate: '10' },
    from: 'rate of shop_call_ms_count',
  },
  {
    name: 'a summary gives the quantile that it publishes',
    signals: { latencyP99: 'shop_call' },
    before: '# TYPE shop_call summary\nshop_call{quantile="0.99"} 0.4\nshop_call_count 10\n',
    now: '# TYPE shop_call summary\nshop_call{quantile="0.99"} 0.5\nshop_call_count 20\n',
    told: { latencyP99: '0.5' },
    from: 'p99 of shop_call, over its own decaying window',
  },
  {
    name: 'a histogram is no depth of a queue',
    signals: { queueDepth: 'shop_call_ms' },
    before: timed(0, 0),
    now: timed(50, 50),
    told: {},
    from: undefined,
  },
  {
    name: 'a busy share has the limit 1, and no law beside it',
    signals: { utilisation: 'shop_busy_share' },
    now: 'shop_busy_share 0.6\n',
    told: { utilisation: '0.6 of 1' },
    from: 'shop_busy_share',
  },
  {
    name: 'what is negative or no number is no figure',
    signals: { queueDepth: 'shop_jobs_waiting', fds: 'shop_files' },
    now: 'shop_jobs_waiting -1\nshop_files NaN\n',
    told: {},
    from: undefined,
  },
]

describe('readSignals with metrics that the fleet file maps', () => {
  it.each(rows)('$name', ({ signals, now, before, told, from }) => {
    const found = readings(signals, now, before ?? null)
    expect(wordsOf(found)).toEqual(told)
    const [signal] = Object.keys(signals)
    expect([...found.signals.values()].find((reading) => reading.signal === signal)?.from).toBe(from)
  })

  it('what is not mapped is read as ever', () => {
    const page = 'process_open_fds 3\nprocess_max_fds 10\nshop_jobs_waiting 4\n'
    expect(wordsOf(readings({ queueDepth: 'shop_jobs_waiting' }, page))).toEqual({
      fds: '3 of 10',
      queueDepth: '4',
    })
  })
})
