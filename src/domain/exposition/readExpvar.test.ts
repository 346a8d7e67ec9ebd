import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readExpvar } from './readExpvar.ts'

const CAPTURE = readFileSync(
  new URL('../../../e2e/fixtures/samples/go-app/debug_vars.json', import.meta.url),
  'utf8',
)

const samplesOf = (body: object) => {
  const page = readExpvar(JSON.stringify({ cmdline: ['x'], ...body }))
  return page.ok
    ? page.value.samples.map(({ name, labels, value }) => ({ name, labels: { ...labels }, value }))
    : page.error
}

const sample = (name: string, value: number, labels: object = {}) => ({ name, labels, value })

describe('the capture of a Go program', () => {
  const page = readExpvar(CAPTURE)
  const byName = new Map(page.ok ? page.value.samples.map(({ name, value }) => [name, value]) : [])

  it('is an exposition', () => {
    expect(page).toMatchObject({
      ok: true,
      value: {
        format: 'expvar',
        bytes: CAPTURE.length,
        seriesCount: byName.size,
        issueCount: 0,
        truncatedBy: null,
      },
    })
  })

  const VALUES = [
    { name: 'jobs_pending', value: 4 },
    { name: 'go_memstats_alloc_bytes', value: 2_732_928 },
    { name: 'go_memstats_alloc_bytes_total', value: 5_790_472 },
    { name: 'go_memstats_sys_bytes', value: 18_070_544 },
    { name: 'go_memstats_heap_inuse_bytes', value: 3_825_664 },
    { name: 'go_memstats_heap_objects', value: 7188 },
    { name: 'go_memstats_next_gc_bytes', value: 4_431_792 },
    { name: 'go_memstats_last_gc_time_seconds', value: 1_795_249_968.538_503 },
    { name: 'go_gc_duration_seconds_sum', value: 0.000_148_389 },
  ]
  for (const { name, value } of VALUES) it(name, () => expect(byName.get(name)).toBeCloseTo(value, 6))

  it('has the types of the Go client', () => {
    const types = page.ok ? page.value.types : new Map()
    expect(types.get('go_memstats_alloc_bytes_total')).toBe('counter')
    expect(types.get('go_memstats_alloc_bytes')).toBe('gauge')
    expect(types.get('jobs_pending')).toBeUndefined()
  })

  it('keeps nothing of the command line and no texts', () => {
    expect(CAPTURE).toContain('/var/lib/goapp')
    expect(JSON.stringify(page)).not.toContain('goapp')
    expect([...byName.keys()].some((name) => /cmdline|version|pause_?ns|by_?size/i.test(name))).toBe(false)
  })
})

describe('own variables', () => {
  const ROWS = [
    { name: 'numbers', body: { hits: 3, ratio: 0.5 }, expected: [sample('hits', 3), sample('ratio', 0.5)] },
    { name: 'texts, flags and nothing', body: { a: 'b', c: true, d: null, e: [1, 2] }, expected: [] },
    {
      name: 'a nested map, as docker-registry has it',
      body: { registry: { storage: { cache: { blobdescriptor: { Requests: 5, Hits: 4 } } } } },
      expected: [
        sample('registry_storage_cache_blobdescriptor_Requests', 5),
        sample('registry_storage_cache_blobdescriptor_Hits', 4),
      ],
    },
    {
      name: 'a list of things with names',
      body: {
        registry: {
          endpoints: [{ name: 'hook', url: 'http://x', metrics: { Pending: 2 } }, 7, { Pending: 3 }],
        },
      },
      expected: [sample('registry_endpoints_metrics_Pending', 2, { name: 'hook' })],
    },
    {
      name: 'a map by path',
      body: { requests: { '/orders': 3, '/orders/{id}': 4 } },
      expected: [sample('requests', 3, { key: '/orders' }), sample('requests', 4, { key: '/orders/{id}' })],
    },
    { name: 'a name with a dot', body: { 'cache.hits': 3 }, expected: [sample('cache.hits', 3)] },
    {
      name: 'hostile keys',
      body: JSON.parse('{"__proto__":{"constructor":3}}'),
      expected: [sample('__proto___constructor', 3)],
    },
    { name: 'memstats of a future Go', body: { memstats: { New: 1, Alloc: 'x' } }, expected: [] },
    {
      name: 'InfluxDB 1',
      body: {
        system: { currentTime: '2026-11-21T08:19:02Z', uptime: 13 },
        'httpd::8086': {
          name: 'httpd',
          tags: { bind: ':8086', shard: 7 },
          values: { queryReq: 3, note: 'x' },
        },
        runtime: { name: 'runtime', tags: null, values: { NumGoroutine: 21 } },
      },
      expected: [
        sample('system_uptime', 13),
        sample('httpd_queryReq', 3, { bind: ':8086', shard: '7' }),
        sample('runtime_NumGoroutine', 21),
      ],
    },
  ]
  for (const { name, body, expected } of ROWS) it(name, () => expect(samplesOf(body)).toEqual(expected))

  it('are cut off at a depth and a number no page has', () => {
    expect(samplesOf({ a: { b: { c: { d: { e: { f: { g: { h: 1 } } } } } } } })).toEqual([])
    const many = Object.fromEntries(Array.from({ length: 10_050 }, (_, index) => [`v${index}`, index]))
    const page = readExpvar(JSON.stringify({ cmdline: [], ...many }))
    expect(page).toMatchObject({ value: { seriesCount: 10_000, truncatedBy: 'series' } })
  })
})

describe('no expvar page', () => {
  const ROWS = [
    { text: '', kind: 'empty' },
    { text: ' \n', kind: 'empty' },
    { text: '<html>', kind: 'html' },
    { text: '{"cmdline":["x"],', kind: 'unreadable' },
    { text: '[1]', kind: 'unreadable' },
    { text: 'null', kind: 'unreadable' },
    { text: '{}', kind: 'unreadable' },
    { text: '{"status":"UP","uptime":5}', kind: 'unreadable' },
    { text: '['.repeat(100_000), kind: 'unreadable' },
  ]
  for (const { text, kind } of ROWS) {
    it(JSON.stringify(text.slice(0, 30)), () => {
      expect(readExpvar(text)).toMatchObject({ ok: false, error: { kind, line: 1, column: 1 } })
    })
  }

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.object({ values: [fc.double(), fc.string(), fc.constant(null)] }), (body) => {
        const page = readExpvar(JSON.stringify({ memstats: {}, ...body }))
        expect(page.ok || page.error.kind === 'unreadable').toBe(true)
      }),
    )
  })
})
