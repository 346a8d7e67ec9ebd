import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const NEST_UP = {
  status: 'ok',
  info: { database: { port: 5432, status: 'up' }, memory_heap: { status: 'up' } },
  error: {},
  details: { database: { port: 5432, status: 'up' }, memory_heap: { status: 'up' } },
}
const REDIS = { redis: { message: 'ECONNREFUSED', status: 'down' } }
const NEST_DOWN = {
  status: 'error',
  info: { database: { status: 'up' } },
  error: REDIS,
  details: { database: { status: 'up' }, ...REDIS },
}

const rows = [
  {
    name: 'Nest, up',
    status: 200,
    body: NEST_UP,
    expected: ['ok', null],
    checks: ['database ok', 'memory_heap ok'],
  },
  {
    name: 'Nest, one part down',
    status: 503,
    body: NEST_DOWN,
    expected: ['down', 'HTTP 503; redis: ECONNREFUSED'],
    checks: ['database ok', 'redis down'],
  },
  {
    name: 'Nest behind 200',
    status: 200,
    body: NEST_DOWN,
    expected: ['down', 'redis: ECONNREFUSED'],
    checks: ['database ok', 'redis down'],
  },
  {
    name: 'Nest without a check',
    status: 200,
    body: { status: 'ok', info: {}, error: {}, details: {} },
    expected: ['ok', null],
    checks: [],
  },
  {
    name: 'Nest, shutting down',
    status: 503,
    body: { status: 'shutting_down', info: {}, error: {}, details: {} },
    expected: ['down', 'HTTP 503; shutting down'],
    checks: [],
  },
  {
    name: 'godaddy, up, verbatim',
    status: 200,
    body: {
      status: 'ok',
      info: { a: { status: 'up', latencyMs: 2 } },
      details: { a: { status: 'up', latencyMs: 2 } },
    },
    expected: ['ok', null],
    checks: ['a ok'],
  },
  {
    name: 'godaddy, parts without a status are as good as their side',
    status: 503,
    body: {
      status: 'error',
      info: { cache: { hits: 3 } },
      error: { db: { message: 'gone' } },
      details: { cache: { hits: 3 }, db: { message: 'gone' } },
    },
    expected: ['down', 'HTTP 503; db: gone'],
    checks: ['cache ok', 'db down'],
  },
  {
    name: 'godaddy without verbatim: errors are a list',
    status: 503,
    body: { status: 'error', error: [{ message: 'db gone' }, 'cache gone'] },
    expected: ['down', 'HTTP 503; error 1: db gone; error 2: cache gone'],
    checks: ['error 1 down', 'error 2 down'],
  },
]

describe('NestJS Terminus and @godaddy/terminus', () => {
  it.each(rows)('$name', ({ status, body, expected, checks }) => {
    const reading = read(status, body)
    expect([reading.state, reading.why]).toEqual(expected)
    expect(reading.format).toBe('terminus')
    expect(flat(reading.checks)).toEqual(checks)
  })

  it('godaddy shutting down is a bare status word', () => {
    expect(read(503, { status: 'error' })).toMatchObject({ state: 'down', format: 'status-word' })
  })
})
