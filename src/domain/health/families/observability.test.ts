import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const rows = [
  {
    name: 'Grafana',
    status: 200,
    body: { commit: 'a1', database: 'ok', version: '11.1.0' },
    expected: ['ok', 'grafana', null],
    checks: ['database ok'],
  },
  {
    name: 'Grafana without its database',
    status: 503,
    body: { database: 'failing', version: '11.1.0' },
    expected: ['down', 'grafana', 'HTTP 503; database: failing'],
    checks: ['database down'],
  },
  {
    name: 'Grafana for anonymous users',
    status: 200,
    body: { database: 'ok' },
    expected: ['ok', 'grafana', null],
    checks: ['database ok'],
  },
  {
    name: 'Jaeger',
    status: 200,
    body: { status: 'Server available', upSince: '2026-11-21T08:00:00Z', uptime: '1h2m' },
    expected: ['ok', 'jaeger', null],
    checks: [],
  },
  {
    name: 'Jaeger, not yet',
    status: 503,
    body: { status: 'Server not available', upSince: '0001-01-01T00:00:00Z', uptime: '0s' },
    expected: ['down', 'jaeger', 'HTTP 503; Server not available'],
    checks: [],
  },
  { name: 'Loki ready', status: 200, body: 'ready', expected: ['ok', 'plain-text', null], checks: [] },
  {
    name: 'Loki, not yet',
    status: 503,
    body: 'Ingester not ready: waiting for 15s after being ready\n',
    expected: ['down', 'plain-text', 'HTTP 503; Ingester not ready: waiting for 15s after being ready'],
    checks: [],
  },
  {
    name: 'Loki, services missing',
    status: 503,
    body: 'Some services are not Running:\nTerminated: 1\nRunning: 5\n',
    expected: ['down', 'plain-text', 'HTTP 503; Some services are not Running: Terminated: 1 Running: 5'],
    checks: [],
  },
  {
    name: 'Loki services',
    status: 200,
    body: 'server => Running\ningester => Starting\nring => Failed\n',
    expected: ['down', 'plain-text', 'ring: Failed; ingester: Starting'],
    checks: ['server ok', 'ingester degraded', 'ring down'],
  },
  {
    name: 'Loki services, all running',
    status: 200,
    body: 'server => Running\r\nring => Running',
    expected: ['ok', 'plain-text', null],
    checks: ['server ok', 'ring ok'],
  },
]

describe('Grafana, Loki and Jaeger', () => {
  it.each(rows)('$name', ({ status, body, expected, checks }) => {
    const reading = read(status, body, typeof body === 'string' ? 'text/plain' : 'application/json')
    expect([reading.state, reading.format, reading.why]).toEqual(expected)
    expect(flat(reading.checks)).toEqual(checks)
  })

  it('keeps the version of Grafana', () => {
    expect(read(200, rows[0]?.body).version).toBe('11.1.0')
  })
})
