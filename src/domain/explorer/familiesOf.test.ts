import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAllFamilies } from '#src/domain/exposition/readAllFamilies.ts'
import { bytesOf } from '#src/domain/exposition/testing/pages.ts'
import { readSignals } from '#src/domain/signals/readSignals.ts'
import { scrapeOf } from '#src/domain/signals/testing/scrapeOf.ts'
import { familiesOf, MOST_FAMILIES, type WholePage } from './familiesOf.ts'
import { podFamiliesOf } from './podFamiliesOf.ts'

const NOW = 1_800_000_000_000

function pageOf(text: string, at = NOW, seriesCap = Number.POSITIVE_INFINITY): WholePage {
  const page = readAllFamilies(bytesOf(text), { seriesCap })
  if (!page.ok) throw new Error(page.error.reason)
  return { ...page.value, at }
}

/** What is told of each line, `before` having been asked for `apart` ms earlier. */
const told = (before: string | null, now: string, apart = 10_000, seriesCap?: number) =>
  familiesOf(pageOf(now), before === null ? null : pageOf(before, NOW - apart, seriesCap)).flatMap(
    ({ series }) => series.map(({ id, value, rate }) => [id, value, rate]),
  )

describe('rates', () => {
  const COUNTER = '# TYPE a_total counter\n'
  const rows = [
    { name: 'of a counter', before: 'a_total 10', now: 'a_total 40', rate: 3 },
    { name: 'after a reset, from 0', before: 'a_total 90', now: 'a_total 40', rate: 4 },
    { name: 'of one that stands still', before: 'a_total 40', now: 'a_total 40', rate: 0 },
    { name: 'of one that is not a number', before: 'a_total NaN', now: 'a_total 40', rate: null },
    { name: 'of one that became infinite', before: 'a_total 1', now: 'a_total +Inf', rate: null },
    { name: 'without a page before', before: null, now: 'a_total 40', rate: null },
    { name: 'of a family that is new', before: 'b_total 1', now: 'a_total 40', rate: null },
    { name: 'of a series that is new', before: 'a_total{x="1"} 1', now: 'a_total 40', rate: 4 },
    {
      name: 'of a series that a page cut short may have held',
      before: 'a_total{x="1"} 1\na_total 9',
      now: 'a_total 40',
      rate: null,
      seriesCap: 1,
    },
    {
      name: 'of pages that are too far apart',
      before: 'a_total 1',
      now: 'a_total 2',
      rate: null,
      apart: 600_001,
    },
    { name: 'of the same moment', before: 'a_total 1', now: 'a_total 2', rate: null, apart: 0 },
  ]
  it.each(rows)('$name', ({ before, now, rate, apart, seriesCap }) => {
    const lines = told(before === null ? null : COUNTER + before, COUNTER + now, apart, seriesCap)
    expect(lines.at(-1)?.[2]).toBe(rate)
  })

  const typed = [
    { type: 'gauge', sample: 'a', rate: null },
    { type: 'untyped', sample: 'a', rate: null },
    { type: 'untyped', sample: 'a_total', rate: 1 },
    { type: 'histogram', sample: 'a_bucket{le="1"}', rate: 1 },
    { type: 'histogram', sample: 'a_sum', rate: 1 },
    { type: 'summary', sample: 'a{quantile="0.5"}', rate: null },
    { type: 'summary', sample: 'a_count', rate: 1 },
    { type: 'gaugehistogram', sample: 'a_bucket{le="1"}', rate: null },
    { type: 'counter', sample: 'a_created', rate: null },
    { type: 'counter', sample: 'a_total', rate: 1 },
  ]
  it.each(typed)('of $sample of a $type: $rate', ({ type, sample, rate }) => {
    const page = (value: number) => `# TYPE a ${type}\n${sample} ${value}`
    expect(told(page(10), page(20))).toEqual([[sample, 20, rate]])
  })

  it('finds series by their labels when their order changes', () => {
    const before = `${COUNTER}a_total{x="1"} 10\na_total{x="2"} 20`
    const now = `${COUNTER}a_total{x="2"} 40\na_total{x="1"} 20`
    expect(told(before, now).map(([, , rate]) => rate)).toEqual([2, 1])
  })
})

describe('order and caps', () => {
  it('sets distributions in order, +Inf before sum and count', () => {
    const page = [
      '# TYPE h histogram',
      'h_sum{x="1"} 3',
      'h_bucket{x="1",le="+Inf"} 2',
      'h_bucket{x="2",le="10"} 1',
      'h_bucket{x="1",le="5"} 1',
      'h_bucket{x="1",le="0.5"} 1',
      'h_count{x="1"} 2',
    ].join('\n')
    expect(told(null, page).map(([id]) => id)).toEqual([
      'h_bucket{x="1",le="0.5"}',
      'h_bucket{x="1",le="5"}',
      'h_bucket{x="1",le="+Inf"}',
      'h_sum{x="1"}',
      'h_count{x="1"}',
      'h_bucket{x="2",le="10"}',
    ])
  })

  it('shows the highest of a large family, in the order of the page, and counts all', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `a{i="${i}"} ${i % 2 === 0 ? i : 'NaN'}`)
    const [family] = familiesOf(pageOf(lines.join('\n')), null)
    expect(family?.seriesCount).toBe(1000)
    expect(family?.series.map(({ value }) => value)).toEqual(
      Array.from({ length: 200 }, (_, i) => 600 + 2 * i),
    )
  })

  it('tells no more than 5,000 families and series, and how many there are', () => {
    const lines = Array.from({ length: MOST_FAMILIES + 10 }, (_, i) => `a_${i}{x="1"} 1\na_${i}{x="2"} 2`)
    const all = podFamiliesOf(pageOf(lines.join('\n')), null, new Map(), [])
    expect(all).toMatchObject({ familyCount: 5010, seriesCount: 10_020, before: null, truncatedBy: null })
    expect(all.families).toHaveLength(5000)
    expect(all.families.flatMap(({ series }) => series)).toHaveLength(5000)
  })

  it('before the first whole page there is nothing', () => {
    expect(podFamiliesOf(null, null, new Map(), [])).toMatchObject({
      at: null,
      families: [],
      familyCount: 0,
    })
  })
})

describe('hostile pages', () => {
  it('cuts long texts, and keeps names of prototypes as names', () => {
    const long = 'x'.repeat(5000)
    const page = `# HELP a ${long}\na{__proto__="p",constructor="${long}"} 1\na{constructor="${long}y"} 2`
    const [family] = familiesOf(pageOf(page), null)
    expect(family?.help).toHaveLength(600)
    const [one, two] = family?.series ?? []
    expect(Object.entries(one?.labels ?? {})[0]).toEqual(['__proto__', 'p'])
    expect(Object.values(one?.labels ?? {})[1]).toHaveLength(300)
    expect(one?.id.length).toBeLessThan(1100)
    expect(one?.id).not.toBe(two?.id)
  })

  it('shows forty labels and says how many more there are', () => {
    const labels = Array.from({ length: 60 }, (_, i) => `l${i}="${i}"`).join(',')
    const [series] = familiesOf(pageOf(`a{${labels}} 1`), null)[0]?.series ?? []
    expect(Object.entries(series?.labels ?? {})).toHaveLength(41)
    expect(series?.labels['…']).toBe('+20')
  })

  it('escapes what a label value holds, so that no two series share a text', () => {
    const page = 'a{x="1\\",y=\\"2"} 1\na{x="1",y="2"} 2\na{x="\\\\n"} 3\na{x="\\n"} 4\na{"x.y"="1"} 5'
    expect(told(null, page).map(([id]) => id)).toEqual([
      'a{x="1\\",y=\\"2"}',
      'a{x="1",y="2"}',
      'a{x="\\\\n"}',
      'a{x="\\n"}',
      'a{"x.y"="1"}',
    ])
  })
})

const SAMPLES = new URL('../../../e2e/fixtures/samples/', import.meta.url)
const capture = (path: string): string => readFileSync(new URL(path, SAMPLES), 'utf8')

describe('real pages', () => {
  const rows = [
    { service: 'go-app', family: 'process_open_fds', type: 'gauge', feeds: ['fds'] },
    { service: 'go-app', family: 'go_gc_duration_seconds', type: 'summary', feeds: ['gcCpu'] },
    {
      service: 'node-prom-client-app',
      family: 'process_resident_memory_bytes',
      type: 'gauge',
      feeds: ['memory'],
    },
    {
      service: 'fastify-app',
      family: 'nodejs_eventloop_lag_p99_seconds',
      type: 'gauge',
      feeds: ['eventLoopLag'],
    },
    { service: 'prometheus', family: 'prometheus_build_info', type: 'gauge', feeds: [] },
  ]
  it.each(rows)('$service: $family', ({ service, family, type, feeds }) => {
    const [before, now] = [capture(`${service}/metrics.txt`), capture(`${service}/metrics-2.txt`)]
    const { signals } = readSignals(scrapeOf(before, NOW - 15_000), scrapeOf(now, NOW))
    const page = pageOf(now)
    const families = familiesOf(page, pageOf(before, NOW - 15_000), { signals })
    expect(families.find(({ name }) => name === family)).toMatchObject({ type, feeds })
    expect(families.reduce((sum, { seriesCount }) => sum + seriesCount, 0)).toBe(page.seriesCount)
    const rates = families.flatMap(({ series }) => series.flatMap(({ rate }) => rate ?? []))
    expect(rates.length).toBeGreaterThan(5)
    for (const rate of rates) expect(rate).toBeGreaterThanOrEqual(0)
  })
})

const textOf = (lines: readonly (readonly [string, number, number])[]): string =>
  lines.map(([name, label, value]) => `${name}{l="${label}"} ${value}`).join('\n')

it('tells every series once, with no rate below 0, whatever the pages hold', () => {
  const line = fc.tuple(fc.constantFrom('a', 'b', 'c_total'), fc.nat(30), fc.nat(100))
  const page = fc.uniqueArray(line, { selector: ([name, label]) => `${name}${label}`, minLength: 1 })
  fc.assert(
    fc.property(page, page, (before, now) => {
      const lines = told(textOf(before), textOf(now))
      const ids = new Set(lines.map(([id]) => id))
      expect(ids).toEqual(new Set(now.map(([name, label]) => `${name}{l="${label}"}`)))
      expect(lines).toHaveLength(now.length)
      for (const [, , rate] of lines) expect(rate === null || Number(rate) >= 0).toBe(true)
    }),
  )
})
