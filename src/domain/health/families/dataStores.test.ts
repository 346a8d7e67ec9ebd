import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const rows = [
  { name: 'etcd, text', status: 200, body: { health: 'true' }, expected: ['ok', 'etcd', null] },
  {
    name: 'etcd, text with a reason',
    status: 200,
    body: { health: 'true', reason: '' },
    expected: ['ok', 'etcd', null],
  },
  { name: 'etcd, boolean', status: 200, body: { health: true }, expected: ['ok', 'etcd', null] },
  {
    name: 'etcd, no leader',
    status: 503,
    body: { health: 'false', reason: 'RAFT NO LEADER' },
    expected: ['down', 'etcd', 'HTTP 503; RAFT NO LEADER'],
  },
  {
    name: 'etcd behind 200',
    status: 200,
    body: { health: 'false' },
    expected: ['down', 'etcd', 'health: false'],
  },
  {
    name: 'Elasticsearch green',
    status: 200,
    body: { cluster_name: 'logs', status: 'green', number_of_nodes: 3, unassigned_shards: 0 },
    expected: ['ok', 'elasticsearch', null],
  },
  {
    name: 'Elasticsearch yellow is always 200',
    status: 200,
    body: { cluster_name: 'logs', status: 'yellow', number_of_nodes: 1, unassigned_shards: 5 },
    expected: ['degraded', 'elasticsearch', 'logs: yellow, unassigned shards: 5'],
  },
  {
    name: 'Elasticsearch red is always 200',
    status: 200,
    body: { cluster_name: 'logs', status: 'red', number_of_nodes: 1 },
    expected: ['down', 'elasticsearch', 'logs: red'],
  },
  {
    name: 'InfluxDB 2',
    status: 200,
    body: {
      name: 'influxdb',
      message: 'ready for queries and writes',
      status: 'pass',
      checks: [],
      version: 'v2.7.6',
    },
    expected: ['ok', 'influxdb', null],
  },
  {
    name: 'InfluxDB 2, fail',
    status: 503,
    body: { name: 'influxdb', message: 'bolt: closed', status: 'fail', checks: [], version: 'v2.7.6' },
    expected: ['down', 'influxdb', 'HTTP 503; bolt: closed'],
  },
  {
    name: 'InfluxDB 2, pass with 503',
    status: 503,
    body: { name: 'influxdb', message: 'ready for queries and writes', status: 'pass', checks: [] },
    expected: ['down', 'influxdb', 'HTTP 503, though the body says ok'],
  },
  {
    name: 'InfluxDB 2 ready',
    status: 200,
    body: { status: 'ready', started: '2026-11-21T08:00:00Z', up: '14m45.911966424s' },
    expected: ['ok', 'influxdb', null],
  },
  { name: 'InfluxDB 1 ping', status: 204, body: '', expected: ['ok', 'empty', null] },
]

describe('etcd, Elasticsearch and InfluxDB', () => {
  it.each(rows)('$name', ({ status, body, expected }) => {
    // etcd sends its JSON as text/plain.
    const { state, format, why } = read(status, body, 'text/plain; charset=utf-8')
    expect([state, format, why]).toEqual(expected)
  })

  it('keeps the version of InfluxDB and the numbers of Elasticsearch', () => {
    expect(read(200, rows[8]?.body).version).toBe('v2.7.6')
    const { checks } = read(200, rows[6]?.body)
    expect(flat(checks)).toEqual(['logs degraded'])
    expect(checks[0]?.details).toEqual([
      ['number_of_nodes', '1'],
      ['unassigned_shards', '5'],
    ])
  })
})
