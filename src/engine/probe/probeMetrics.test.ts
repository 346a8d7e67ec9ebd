import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { oneTarget } from '#src/engine/testing/fleetOf.ts'
import { type Page, readPage } from '#src/engine/testing/readPage.ts'
import { metricsPage } from './probeMetrics.ts'

const sample = (path: string): Uint8Array =>
  readFileSync(new URL(`../../../e2e/fixtures/samples/${path}`, import.meta.url))

const TEXT = 'text/plain; version=0.0.4'
const PAGE = `# HELP process_resident_memory_bytes Resident memory size.
# TYPE process_resident_memory_bytes gauge
process_resident_memory_bytes 73400320
# TYPE http_server_shelf_items gauge
http_server_shelf_items{shelf="a"} 12
`
const VARZ = '{"server_id":"NC2S","version":"2.9.10","mem":14045184,"cpu":0.4,"connections":3}'
const EXPVAR = '{"cmdline":["app","--token=x"],"memstats":{"Alloc":900000,"HeapInuse":1400000,"NumGC":3}}'

type Read = readonly [format: string, seriesCount: number, issues: number, truncatedBy: string | null]

const pages: readonly { name: string; page: Page; expected: Read }[] = [
  { name: 'Prometheus text', page: { type: TEXT, body: PAGE }, expected: ['prometheus-text', 2, 0, null] },
  { name: 'without a content type', page: { body: PAGE }, expected: ['prometheus-text', 2, 0, null] },
  {
    name: 'one bad line among good ones',
    page: { type: TEXT, body: `${PAGE}process_open_fds twelve\nprocess_max_fds 1024\n` },
    expected: ['prometheus-text', 4, 1, null],
  },
  {
    name: 'nothing but comments',
    page: { type: TEXT, body: '# nothing yet\n' },
    expected: ['prometheus-text', 0, 0, null],
  },
  { name: 'expvar', page: { type: 'application/json', body: EXPVAR }, expected: ['expvar', 3, 0, null] },
  { name: 'varz of NATS', page: { type: 'text/plain', body: VARZ }, expected: ['nats-varz', 4, 0, null] },
  {
    name: 'JSON behind blank lines',
    page: { body: `${'\r\n'.repeat(4)}${EXPVAR}` },
    expected: ['expvar', 3, 0, null],
  },
]

const failures: readonly { name: string; page: Page; expected: object; absent: boolean }[] = [
  {
    name: 'not there',
    page: { status: 404, body: '' },
    expected: { kind: 'http-status', status: 404 },
    absent: true,
  },
  {
    name: 'an error of its own',
    page: { status: 500, body: PAGE },
    expected: { kind: 'http-status', status: 500 },
    absent: false,
  },
  {
    name: 'nothing at all',
    page: { body: '' },
    expected: { kind: 'malformed', line: 1, column: 1 },
    absent: true,
  },
  {
    name: 'a web page',
    page: { body: '<!doctype html><title>Orders</title>' },
    expected: { kind: 'malformed', line: 1, column: 1 },
    absent: true,
  },
  {
    name: 'JSON that is no metrics page',
    page: { body: '{"names":["jvm.memory.used"]}' },
    expected: { kind: 'malformed' },
    absent: true,
  },
  {
    name: 'JSON that breaks',
    page: { body: '{"cmdline":[],\n "memstats":{"Alloc":1,}}' },
    expected: { kind: 'malformed', line: 2, column: 24, reason: 'not valid JSON' },
    absent: true,
  },
  {
    name: 'no line that can be read',
    page: { type: TEXT, body: 'memory: lots\nthreads: some\n' },
    expected: { kind: 'malformed', line: 1, column: 9 },
    absent: false,
  },
  {
    name: 'a word of something else',
    page: { type: 'text/plain', body: 'everything is fine\n' },
    expected: { kind: 'malformed', line: 1 },
    absent: true,
  },
]

describe('metricsPage', () => {
  for (const { name, page, expected } of pages) {
    it(`${name}, in one chunk and byte by byte`, () => {
      for (const size of [page.body.length, 1]) {
        const { result, absent } = readPage(metricsPage(oneTarget('metrics')), page, size)
        if (!result.ok) throw new Error(JSON.stringify(result.error))
        const { format, seriesCount, issueCount, truncatedBy } = result.value
        expect([format, seriesCount, issueCount, truncatedBy]).toEqual(expected)
        expect(absent).toBe(false)
      }
    })
  }

  for (const { name, page, expected, absent } of failures) {
    it(name, () => {
      const read = readPage(metricsPage(oneTarget('metrics')), page, 9)
      expect(read.result.ok ? null : read.result.error).toMatchObject(expected)
      expect(read.absent).toBe(absent)
    })
  }

  it('keeps what feeds signals and counts the rest', () => {
    const { result } = readPage(metricsPage(oneTarget('metrics')), { type: TEXT, body: PAGE })
    expect(result.ok && result.value.samples.map((one) => [one.name, one.value])).toEqual([
      ['process_resident_memory_bytes', 73_400_320],
    ])
  })

  it('keeps what the fleet file maps to signals, too', () => {
    const target = oneTarget('metrics', { signals: { queueDepth: 'http_server_shelf_items' } })
    const { result } = readPage(metricsPage(target), { type: TEXT, body: PAGE })
    expect(result.ok && result.value.samples.map(({ name }) => name)).toEqual([
      'process_resident_memory_bytes',
      'http_server_shelf_items',
    ])
  })

  const captures = [
    { name: 'go-app/debug_vars.json', format: 'expvar' },
    { name: 'nats-server/varz.json', format: 'nats-varz' },
    { name: 'node-prom-client-app/metrics.txt', format: 'prometheus-text' },
    { name: 'prometheus/metrics.txt', format: 'prometheus-text' },
  ]
  for (const { name, format } of captures) {
    it(`reads ${name}`, () => {
      const { result } = readPage(metricsPage(oneTarget('metrics')), { body: sample(name) })
      expect(result.ok && result.value.format).toBe(format)
      expect(result.ok && result.value.samples.length).toBeGreaterThan(3)
      expect(result.ok && result.value.issueCount).toBe(0)
    })
  }
})

describe('caps', () => {
  const endless = `${PAGE}${Array.from({ length: 5000 }, (_, i) => `shelf_items{shelf="${i}"} 1\n`).join('')}`

  it('ends a text at the byte cap, keeps what was read, and says so', () => {
    const target = oneTarget('metrics', { caps: { metrics: '8KiB' } })
    const { result, taken } = readPage(metricsPage(target), { type: TEXT, body: endless })
    expect(result.ok && [result.value.truncatedBy, result.value.samples.length]).toEqual(['bytes', 1])
    expect(taken).toBeLessThanOrEqual(9 * 1024)
  })

  it('ends a text at the series cap', () => {
    const target = oneTarget('metrics', { caps: { series: 100 } })
    const { result, taken } = readPage(metricsPage(target), { type: TEXT, body: endless })
    expect(result.ok && [result.value.truncatedBy, result.value.seriesCount]).toEqual(['series', 100])
    expect(taken).toBeLessThan(8 * 1024)
  })

  it('cannot read half a JSON: too large, and still the place to ask', () => {
    const target = oneTarget('metrics', { caps: { metrics: '2KiB' } })
    const page = { body: `{"cmdline":[],"memstats":{},"x":"${'x'.repeat(9000)}"}` }
    const { result, absent, taken } = readPage(metricsPage(target), page)
    expect(result).toEqual({ ok: false, error: { kind: 'too-large', cap: 2048 } })
    expect([absent, taken]).toEqual([false, 3072])
  })
})
