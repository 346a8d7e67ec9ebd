import { describe, expect, it } from 'vitest'
import { readActuatorIndex, readActuatorMetric } from './readActuatorMetric.ts'

type Body = {
  readonly name: string
  readonly baseUnit?: string | null
  readonly measurements: Readonly<Record<string, number>>
  readonly availableTags?: Readonly<Record<string, readonly string[]>>
}

const metric = ({ name, baseUnit = null, measurements, availableTags = {} }: Body): string =>
  JSON.stringify({
    name,
    description: 'What it is',
    baseUnit,
    measurements: Object.entries(measurements).map(([statistic, value]) => ({ statistic, value })),
    availableTags: Object.entries(availableTags).map(([tag, values]) => ({ tag, values })),
  })

const read = (body: Body, tags?: Readonly<Record<string, string>>) => {
  const page = readActuatorMetric(metric(body), tags)
  if (!page.ok) throw new Error(page.error.reason)
  return page.value
}

// Names as Micrometer 1.x writes the same meters on /actuator/prometheus.
const ROWS = [
  {
    body: { name: 'jvm.memory.used', baseUnit: 'bytes', measurements: { VALUE: 5e8 } },
    expected: { jvm_memory_used_bytes: 5e8 },
    type: 'gauge',
  },
  {
    body: { name: 'process.cpu.usage', measurements: { VALUE: 0.25 } },
    expected: { process_cpu_usage: 0.25 },
    type: 'gauge',
  },
  {
    body: { name: 'process.uptime', baseUnit: 'seconds', measurements: { VALUE: 12.5 } },
    expected: { process_uptime_seconds: 12.5 },
    type: 'gauge',
  },
  {
    body: { name: 'process.uptime', baseUnit: 'milliseconds', measurements: { VALUE: 12_500 } },
    expected: { process_uptime_seconds: 12.5 },
    type: 'gauge',
  },
  {
    body: { name: 'process.files.open', baseUnit: 'files', measurements: { VALUE: 40 } },
    expected: { process_files_open_files: 40 },
    type: 'gauge',
  },
  {
    body: { name: 'jvm.threads.live', baseUnit: 'threads', measurements: { VALUE: 30 } },
    expected: { jvm_threads_live_threads: 30 },
    type: 'gauge',
  },
  {
    body: { name: 'hikaricp.connections.active', measurements: { VALUE: 3 } },
    expected: { hikaricp_connections_active: 3 },
    type: 'gauge',
  },
  {
    body: {
      name: 'http.server.requests',
      baseUnit: 'seconds',
      measurements: { COUNT: 7, TOTAL_TIME: 1.5, MAX: 0.9 },
    },
    expected: {
      http_server_requests_seconds_count: 7,
      http_server_requests_seconds_sum: 1.5,
      http_server_requests_seconds_max: 0.9,
    },
    type: 'summary',
  },
  {
    body: {
      name: 'jvm.gc.pause',
      baseUnit: 'milliseconds',
      measurements: { COUNT: 7, TOTAL_TIME: 1500, MAX: 900 },
    },
    expected: { jvm_gc_pause_seconds_count: 7, jvm_gc_pause_seconds_sum: 1.5, jvm_gc_pause_seconds_max: 0.9 },
    type: 'summary',
  },
  {
    body: {
      name: 'http.server.requests.active',
      baseUnit: 'seconds',
      measurements: { ACTIVE_TASKS: 2, DURATION: 3.5 },
    },
    expected: {
      http_server_requests_active_seconds_active_count: 2,
      http_server_requests_active_seconds_duration_sum: 3.5,
    },
    type: 'gauge',
  },
  {
    body: {
      name: 'tomcat.global.received',
      baseUnit: 'bytes',
      measurements: { COUNT: 7, TOTAL: 700, MAX: 200 },
    },
    expected: {
      tomcat_global_received_bytes_count: 7,
      tomcat_global_received_bytes_sum: 700,
      tomcat_global_received_bytes_max: 200,
    },
    type: 'summary',
  },
  {
    body: { name: 'logback.events', baseUnit: 'events', measurements: { COUNT: 12 } },
    expected: { logback_events_total: 12 },
    type: 'counter',
  },
  {
    body: { name: 'jvm.gc.memory.allocated', baseUnit: 'bytes', measurements: { COUNT: 12 } },
    expected: { jvm_gc_memory_allocated_bytes_total: 12 },
    type: 'counter',
  },
  {
    body: { name: 'orders.total', measurements: { COUNT: 12 } },
    expected: { orders_total: 12 },
    type: 'counter',
  },
  {
    body: { name: '2xx.answers', measurements: { VALUE: 1 } },
    expected: { m_2xx_answers: 1 },
    type: 'gauge',
  },
]

describe('readActuatorMetric', () => {
  for (const { body, expected, type } of ROWS) {
    it(`names ${body.name} as Micrometer does`, () => {
      const { samples, types, format } = read(body)
      expect(format).toBe('actuator-metrics')
      expect(Object.fromEntries(samples.map(({ name, value }) => [name, value]))).toEqual(expected)
      expect(types.get(samples[0]?.name ?? '')).toBe(type)
    })
  }

  const used = { name: 'jvm.memory.used', baseUnit: 'bytes', measurements: { VALUE: 5 } }
  const LABELS = [
    {
      name: 'what was asked for',
      body: used,
      tags: { area: 'heap', 'pool.id': 'x' },
      expected: { area: 'heap', pool_id: 'x' },
    },
    {
      name: 'what can only be one',
      body: { ...used, availableTags: { area: ['heap'], id: ['a', 'b'] } },
      tags: {},
      expected: { area: 'heap' },
    },
    {
      name: 'nothing where all is summed',
      body: { ...used, availableTags: { area: ['heap', 'nonheap'] } },
      tags: {},
      expected: {},
    },
  ]
  for (const { name, body, tags, expected } of LABELS) {
    it(`labels with ${name}`, () => expect(read(body, tags).samples[0]?.labels).toEqual(expected))
  }

  const FAULTS = [
    '',
    '<html>',
    '{}',
    '{"names":["jvm.memory.used"]}',
    '{"name":"a"}',
    '{"name":"a","measurements":[]}',
    '{"name":"a","measurements":[{"statistic":"VALUE","value":"NaN"},null,7]}',
    '{"name":"a","measurements":{"VALUE":1}}',
    '{"measurements":[{"statistic":"VALUE","value":1}]}',
  ]
  for (const text of FAULTS) it(`refuses ${text}`, () => expect(readActuatorMetric(text).ok).toBe(false))

  it('leaves out statistics that Prometheus has no name for', () => {
    expect(read({ name: 'a', measurements: { VALUE: 1, UNKNOWN: 2 } }).samples).toHaveLength(1)
  })
})

describe('readActuatorIndex', () => {
  it('answers the names', () => {
    expect(readActuatorIndex('{"names":["jvm.memory.used",7,"process.uptime"]}')).toEqual({
      ok: true,
      value: ['jvm.memory.used', 'process.uptime'],
    })
  })

  for (const text of ['', '{}', '[]', '{"names":"jvm"}']) {
    it(`refuses ${text}`, () => expect(readActuatorIndex(text).ok).toBe(false))
  }
})
