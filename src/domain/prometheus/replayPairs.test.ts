import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import { readSignals } from '#src/domain/signals/readSignals.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { scrapeOf } from '#src/domain/signals/testing/scrapeOf.ts'
import { type DurationMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { PAIRED_SIGNALS, pairedMetrics } from './pairedMetrics.ts'
import type { StoredSeries } from './readResult.ts'
import { type PairedStretch, replayPairs } from './replayPairs.ts'
import type { PastReading } from './replayScrapes.ts'
import { type Span, spanAgo } from './span.ts'
import { SCRAPE_NOTES } from './wantedMetrics.ts'

const START = 1_795_276_800_000
const NONE = Number.NaN

const series = (
  name: string,
  values: readonly number[],
  labels: Record<string, string> = {},
): StoredSeries => ({ name, labels: labelSet(Object.entries(labels)), values: Float64Array.from(values) })

type Side = readonly StoredSeries[]

/** Hours from `START` on, each asked about six minutes before it as well. */
function pairOf(before: Side, after: Side): PairedStretch {
  const points = after[0]?.values.length ?? 0
  const span: Span = { start: START, end: START + hours(points - 1), step: hours(1) }
  return { before: { span: spanAgo(span, minutes(6)), series: before }, after: { span, series: after } }
}

function readingsOf(before: Side, after: Side): readonly PastReading[] {
  const replay = replayPairs(pairOf(before, after))
  for (;;) {
    const step = replay.next()
    if (step.done === true) return step.value
  }
}

/** `[minutes after START, value]` of one signal. */
const told = (readings: readonly PastReading[], signal: Signal): (readonly [number, number])[] =>
  readings.flatMap((one) =>
    one.signal === signal ? [[(one.t - START) / minutes(1), one.value] as const] : [],
  )

const requests = (...values: number[]) => series('http_requests_total', values, { code: '200' })
const bucket = (le: string, ...values: number[]) =>
  series('http_request_duration_seconds_bucket', values, { le })
const failed = (...values: number[]) => series('http_requests_total', values, { code: '500' })
const starts = (...ago: number[]) =>
  series(
    'process_start_time_seconds',
    ago.map((each) => START / 1000 - each),
  )
/** When the scrape was: so long before the moment at which it is asked for. */
const earlier = (by: DurationMs) => series(SCRAPE_NOTES.at, [(START - by) / 1000])
const up = (...values: number[]) => series(SCRAPE_NOTES.up, values)

describe('replayPairs', () => {
  it.each([
    {
      name: 'a rate of each hour, from its own pair alone',
      before: [requests(0, 7200)],
      after: [requests(360, 9360)],
      expected: [
        [0, 1],
        [60, 6],
      ],
    },
    {
      name: 'over what lay between the scrapes, at the time of the later one',
      before: [requests(0), earlier(minutes(7))],
      after: [requests(900), earlier(minutes(2))],
      expected: [[-2, 3]],
    },
    {
      name: 'a counter that began anew in between counts from zero',
      before: [requests(5000)],
      after: [requests(360)],
      expected: [[0, 1]],
    },
    {
      name: 'so does that of a process that began anew and has counted further than before',
      before: [requests(100), starts(9000)],
      after: [requests(720), starts(60)],
      expected: [[0, 2]],
    },
    {
      name: 'no earlier scrape',
      before: [requests(NONE, 0)],
      after: [requests(360, 360)],
      expected: [[60, 1]],
    },
    {
      name: 'no later scrape',
      before: [requests(0, 0)],
      after: [requests(NONE, 360)],
      expected: [[60, 1]],
    },
    {
      name: 'the pod was down at the earlier one',
      before: [requests(0, 0), up(0, 1)],
      after: [requests(360, 360), up(1, 1)],
      expected: [[60, 1]],
    },
    {
      name: 'the pod was down at the later one',
      before: [requests(0, 0), up(1, 1)],
      after: [requests(360, 360), up(0, 1)],
      expected: [[60, 1]],
    },
    {
      name: 'one and the same scrape',
      before: [requests(360), earlier(minutes(6))],
      after: [requests(360), earlier(minutes(6))],
      expected: [],
    },
    {
      name: 'ten minutes apart',
      before: [requests(0), earlier(minutes(10))],
      after: [requests(600), earlier(0)],
      expected: [[0, 1]],
    },
    {
      name: 'more than ten minutes apart',
      before: [requests(0), earlier(minutes(10) + seconds(1))],
      after: [requests(600), earlier(0)],
      expected: [],
    },
    {
      name: 'another metric at the earlier one',
      before: [series('go_threads', [7])],
      after: [requests(360)],
      expected: [],
    },
    { name: 'nothing at all', before: [], after: [], expected: [] },
  ])('$name', ({ before, after, expected }) => {
    expect(told(readingsOf(before, after), 'requestRate')).toEqual(expected)
  })

  it('has the quantiles and the share of errors of the pair', () => {
    const readings = readingsOf(
      [bucket('0.1', 9000), bucket('1', 9000), bucket('+Inf', 9000), requests(9000), failed(0)],
      [bucket('0.1', 9080), bucket('1', 9100), bucket('+Inf', 9100), requests(9080), failed(20)],
    )
    expect(told(readings, 'latencyP50')).toEqual([[0, expect.closeTo(0.1 * (50 / 80))]])
    expect(told(readings, 'latencyP99')).toEqual([[0, expect.closeTo(0.1 + 0.9 * (19 / 20))]])
    expect(told(readings, 'errorRatio')).toEqual([[0, 0.2]])
  })

  it('tells nothing that a page tells by itself, and what it tells as of an hour', () => {
    const gauges = [series('queue_depth', [7]), series('process_open_fds', [50]), starts(9000)]
    const notes = [up(1), series(SCRAPE_NOTES.took, [0.1]), series(SCRAPE_NOTES.samples, [345])]
    const pageOf = (count: number) => [...gauges, ...notes, series('http_requests_total', [count])]
    expect(readingsOf(pageOf(0), pageOf(360))).toEqual([
      { signal: 'requestRate', t: START, value: 1, bound: null, ofHour: true },
    ])
  })

  it.each(['go-app', 'node-prom-client-app', 'redis-exporter', 'haproxy', 'prometheus', 'node-exporter'])(
    'reads of %s, with what is fetched in pairs alone, what two whole pages say',
    (service) => {
      const [before, after] = ['metrics.txt', 'metrics-2.txt'].map((file, i) =>
        scrapeOf(
          readFileSync(`e2e/fixtures/samples/${service}/${file}`, 'latin1'),
          START + (i - 1) * minutes(6),
        ),
      )
      if (before === undefined || after === undefined) throw new Error('two pages were read')
      const names = [...new Set(after.exposition.samples.map(({ name }) => name))]
      const { paired } = pairedMetrics(
        names.map((name) => ({ name, series: 1 })),
        1000,
      )
      const isPaired = ({ name }: { readonly name: string }) => paired.some((one) => one.name === name)
      const stored = ({ exposition }: typeof after): Side =>
        exposition.samples.filter(isPaired).map(({ name, labels, value }) => series(name, [value], labels))
      const { signals } = readSignals(before, after)
      const polled = PAIRED_SIGNALS.flatMap((signal) => {
        const found = signals.get(signal)
        return found === undefined ? [] : [[signal, found.value]]
      })
      const readings = readingsOf(stored(before), stored(after))
      expect(readings.map(({ signal, value }) => [signal, value])).toEqual(polled)
    },
  )

  it('gives every rate as it was, whatever the hours before were like', () => {
    const hourly = fc.array(fc.record({ base: fc.nat(1e6), perSecond: fc.nat(500), known: fc.boolean() }), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(hourly, (all) => {
        const readings = readingsOf(
          [requests(...all.map(({ base, known }) => (known ? base : NONE)))],
          [requests(...all.map(({ base, perSecond }) => base + perSecond * 360))],
        )
        const expected = all.flatMap(({ perSecond, known }, i) => (known ? [[60 * i, perSecond]] : []))
        expect(told(readings, 'requestRate')).toEqual(expected)
      }),
    )
  })
})
