import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const ENTRIES = {
  npgsql: {
    data: {},
    description: 'cannot connect',
    duration: '00:00:00.0100000',
    exception: 'Npgsql.NpgsqlException',
    status: 'Unhealthy',
    tags: ['ready', 'db'],
  },
  redis: { data: {}, duration: '00:00:00.0008120', status: 'Healthy', tags: [] },
}

const rows = [
  { name: 'the word Healthy', status: 200, body: 'Healthy', expected: ['ok', null], checks: [] },
  {
    name: 'the word Degraded',
    status: 200,
    body: 'Degraded',
    expected: ['degraded', 'the answer says degraded'],
    checks: [],
  },
  { name: 'the word Unhealthy', status: 503, body: 'Unhealthy', expected: ['down', 'HTTP 503'], checks: [] },
  {
    name: 'Unhealthy behind 200',
    status: 200,
    body: 'Unhealthy',
    expected: ['down', 'the answer says down'],
    checks: [],
  },
  {
    name: 'UI response writer',
    status: 503,
    body: { status: 'Unhealthy', totalDuration: '00:00:01.2345678', entries: ENTRIES },
    expected: ['down', 'HTTP 503; npgsql: cannot connect'],
    checks: ['npgsql down', 'redis ok'],
  },
  {
    name: 'UI response writer, only the exception',
    status: 503,
    body: {
      status: 'Unhealthy',
      totalDuration: '00:00:01',
      entries: { db: { exception: 'Exception Occurred.', status: 'Unhealthy', data: {} } },
    },
    expected: ['down', 'HTTP 503; db: Exception Occurred.'],
    checks: ['db down'],
  },
  {
    name: 'degraded entry with 200',
    status: 200,
    body: {
      status: 'Degraded',
      totalDuration: '0',
      entries: { q: { status: 'Degraded', description: 'slow' } },
    },
    expected: ['degraded', 'q: slow'],
    checks: ['q degraded'],
  },
  {
    name: 'enum values as numbers',
    status: 503,
    body: {
      status: 0,
      totalDuration: '0',
      entries: { q: { status: 0, description: 'gone' }, r: { status: 2 } },
    },
    expected: ['down', 'HTTP 503; q: gone'],
    checks: ['q down', 'r ok'],
  },
  {
    name: 'results, as in the documentation',
    status: 200,
    body: { status: 'Healthy', results: { a: { status: 'Healthy', description: null, data: {} } } },
    expected: ['ok', null],
    checks: ['a ok'],
  },
  {
    name: 'checks as a list, named by component',
    status: 503,
    body: {
      status: 'Unhealthy',
      checks: [{ component: 'sql', status: 'Unhealthy', description: 'login failed', duration: '0' }],
      totalDuration: '0',
    },
    expected: ['down', 'HTTP 503; sql: login failed'],
    checks: ['sql down'],
  },
  {
    name: 'PascalCase',
    status: 503,
    body: {
      Status: 'Unhealthy',
      TotalDuration: '0',
      Entries: { Sql: { Status: 'Unhealthy', Description: 'no' } },
    },
    expected: ['down', 'HTTP 503; Sql: no'],
    checks: ['Sql down'],
  },
]

describe('ASP.NET Core', () => {
  it.each(rows)('$name', ({ status, body, expected, checks }) => {
    const reading = read(status, body, typeof body === 'string' ? 'text/plain' : 'application/json')
    expect([reading.state, reading.why]).toEqual(expected)
    expect(reading.format).toBe('aspnet')
    expect(flat(reading.checks)).toEqual(checks)
  })

  it('keeps duration, tags and the exception as details', () => {
    const [npgsql] = read(503, { status: 'Unhealthy', totalDuration: '0', entries: ENTRIES }).checks
    expect(npgsql?.details).toEqual([
      ['duration', '00:00:00.0100000'],
      ['tags', 'ready, db'],
      ['thrown', 'Npgsql.NpgsqlException'],
    ])
  })
})
