import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const SYSTEM = { version: 'go1.22', goroutines_count: 4, alloc_bytes: 234_523 }
const COMPONENT = { name: 'myservice', version: 'v1.0' }
const at = '2026-11-21T08:32:57Z'

const rows = [
  {
    name: 'health-go v5, OK',
    status: 200,
    body: { status: 'OK', timestamp: at, system: SYSTEM, component: COMPONENT },
    expected: ['ok', 'health-go', null],
    checks: [],
  },
  {
    name: 'health-go v2, OK, system only',
    status: 200,
    body: { status: 'OK', timestamp: at, system: SYSTEM },
    expected: ['ok', 'health-go', null],
    checks: [],
  },
  {
    name: 'health-go, partially available',
    status: 200,
    body: { status: 'Partially Available', timestamp: at, failures: { rabbitmq: 'dial tcp: refused' } },
    expected: ['degraded', 'health-go', 'rabbitmq: dial tcp: refused'],
    checks: ['rabbitmq down'],
  },
  {
    name: 'health-go, unavailable',
    status: 503,
    body: {
      status: 'Unavailable',
      timestamp: at,
      failures: { rabbitmq: 'dial tcp: refused' },
      component: COMPONENT,
    },
    expected: ['down', 'health-go', 'HTTP 503; rabbitmq: dial tcp: refused'],
    checks: ['rabbitmq down'],
  },
  {
    name: 'health-go, a check that timed out',
    status: 503,
    body: { status: 'Unavailable', failures: { db: 'Timeout during health check' }, component: COMPONENT },
    expected: ['down', 'health-go', 'HTTP 503; db: down'],
    checks: ['db down'],
  },
  {
    name: 'health-go, the whole timed out',
    status: 503,
    body: { status: 'Timeout during health check', timestamp: at, component: COMPONENT },
    expected: ['down', 'health-go', 'HTTP 503; Timeout during health check'],
    checks: [],
  },
  {
    name: 'alexliesenfeld, up',
    status: 200,
    body: { status: 'up', details: { db: { status: 'up', timestamp: at } } },
    expected: ['ok', 'go-health', null],
    checks: ['db ok'],
  },
  {
    name: 'alexliesenfeld, down',
    status: 503,
    body: {
      info: { version: '1' },
      status: 'down',
      details: { db: { status: 'down', timestamp: at, error: 'check timed out' }, mq: { status: 'up' } },
    },
    expected: ['down', 'go-health', 'HTTP 503; db: check timed out'],
    checks: ['db down', 'mq ok'],
  },
  {
    name: 'alexliesenfeld, unknown before the first run is 503',
    status: 503,
    body: { status: 'unknown', details: { db: { status: 'unknown', timestamp: '0001-01-01T00:00:00Z' } } },
    expected: ['down', 'go-health', 'HTTP 503; not every check has run yet'],
    checks: ['db unknown'],
  },
  {
    name: 'alexliesenfeld, unknown with a status code of its own',
    status: 200,
    body: { status: 'unknown', details: { db: { status: 'unknown' } } },
    expected: ['unknown', 'go-health', 'not every check has run yet'],
    checks: ['db unknown'],
  },
]

describe('hellofresh/health-go and alexliesenfeld/health', () => {
  it.each(rows)('$name', ({ status, body, expected, checks }) => {
    const { state, format, why, checks: read_ } = read(status, body, 'application/json; charset=utf-8')
    expect([state, format, why]).toEqual(expected)
    expect(flat(read_)).toEqual(checks)
  })

  it('takes the version of the component, not of the Go runtime', () => {
    const body = { status: 'OK', system: SYSTEM, component: COMPONENT }
    expect(read(200, body).version).toBe('v1.0')
    expect(read(200, { status: 'OK', system: SYSTEM }).version).toBeNull()
  })
})
