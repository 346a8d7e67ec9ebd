import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const FAILED = {
  deadlocks: { healthy: true, duration: 0, timestamp: '2026-11-21T08:32:57Z' },
  db: {
    healthy: false,
    message: 'connection refused',
    error: { type: 'java.lang.RuntimeException', message: 'connection refused', stack: ['a', 'b'] },
    duration: 3,
  },
}

const rows = [
  {
    name: 'all healthy',
    status: 200,
    body: { deadlocks: { healthy: true }, db: { healthy: true, duration: 1 } },
    expected: ['ok', 'dropwizard', null],
    checks: ['deadlocks ok', 'db ok'],
  },
  {
    name: 'one fails: 500',
    status: 500,
    body: FAILED,
    expected: ['down', 'dropwizard', 'HTTP 500; db: connection refused'],
    checks: ['deadlocks ok', 'db down'],
  },
  {
    name: 'one fails where the servlet is told to keep 200',
    status: 200,
    body: FAILED,
    expected: ['down', 'dropwizard', 'db: connection refused'],
    checks: ['deadlocks ok', 'db down'],
  },
  {
    name: 'none registered: 501',
    status: 501,
    body: {},
    expected: ['unknown', 'dropwizard', 'HTTP 501; no health check is registered'],
    checks: [],
  },
  {
    name: 'dropwizard-health, up',
    status: 200,
    body: [{ name: 'db', healthy: true, type: 'READY', critical: true }],
    expected: ['ok', 'dropwizard', null],
    checks: ['db ok'],
  },
  {
    name: 'dropwizard-health, a critical one fails',
    status: 503,
    body: [{ name: 'db', healthy: false, type: 'READY', critical: true }],
    expected: ['down', 'dropwizard', 'HTTP 503; db: down'],
    checks: ['db down'],
  },
  {
    name: 'dropwizard-health, one that is not critical only degrades',
    status: 200,
    body: [
      { name: 'db', healthy: true, type: 'READY', critical: true },
      { name: 'mail', healthy: false, type: 'READY', critical: false },
    ],
    expected: ['degraded', 'dropwizard', 'mail: degraded'],
    checks: ['db ok', 'mail degraded'],
  },
  {
    name: 'Nomad agent, up',
    status: 200,
    body: { client: { ok: true, message: 'ok' }, server: { ok: true, message: 'ok' } },
    expected: ['ok', 'nomad', null],
    checks: ['client ok', 'server ok'],
  },
  {
    name: 'Nomad agent without a leader',
    status: 500,
    body: { client: { ok: true, message: 'ok' }, server: { ok: false, message: 'No cluster leader' } },
    expected: ['down', 'nomad', 'HTTP 500; server: No cluster leader'],
    checks: ['client ok', 'server down'],
  },
]

describe('Dropwizard and Nomad', () => {
  it.each(rows)('$name', ({ status, body, expected, checks }) => {
    const reading = read(status, body)
    expect([reading.state, reading.format, reading.why]).toEqual(expected)
    expect(flat(reading.checks)).toEqual(checks)
  })

  it('answers ping with plain text', () => {
    expect(read(200, 'pong', 'text/plain')).toMatchObject({ state: 'ok', format: 'plain-text' })
  })

  it('keeps the error of a check without its stack', () => {
    expect(read(500, FAILED).checks[1]?.details).toEqual([
      ['error.type', 'java.lang.RuntimeException'],
      ['duration', '3'],
    ])
  })
})
