import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const rows = [
  { name: 'no checks', status: 200, body: { status: 'UP', checks: [] }, expected: ['ok', null], checks: [] },
  {
    name: 'all up',
    status: 200,
    body: { status: 'UP', checks: [{ name: 'kafka', status: 'UP', data: { '<default>': 'UP' } }] },
    expected: ['ok', null],
    checks: ['kafka ok'],
  },
  {
    name: 'one down, its reason in data',
    status: 503,
    body: {
      status: 'DOWN',
      checks: [
        { name: 'Database connections health check', status: 'UP', data: { '<default>': 'UP' } },
        { name: 'kafka', status: 'DOWN', data: { reason: 'timeout' } },
      ],
    },
    expected: ['down', 'HTTP 503; kafka: timeout'],
    checks: ['Database connections health check ok', 'kafka down'],
  },
  {
    name: 'a procedure that failed is answered with 500',
    status: 500,
    body: { status: 'DOWN', checks: [{ name: 'p', status: 'DOWN', data: { rootCause: 'NPE' } }] },
    expected: ['down', 'HTTP 500; p: NPE'],
    checks: ['p down'],
  },
  {
    name: 'MicroProfile Health 1.0',
    status: 503,
    body: {
      outcome: 'DOWN',
      checks: [
        { name: 'disk', state: 'DOWN' },
        { name: 'heap', state: 'UP' },
      ],
    },
    expected: ['down', 'HTTP 503; disk: down'],
    checks: ['disk down', 'heap ok'],
  },
  {
    name: 'Vert.x: id for name, checks in checks',
    status: 503,
    body: {
      status: 'DOWN',
      checks: [
        {
          id: 'api',
          status: 'DOWN',
          checks: [
            { id: 'users', status: 'DOWN' },
            { id: 'x', status: 'UP' },
          ],
        },
      ],
      outcome: 'DOWN',
    },
    expected: ['down', 'HTTP 503; api/users: down'],
    checks: ['api down', 'api/users down', 'api/x ok'],
  },
  {
    name: 'a body that says DOWN with 200',
    status: 200,
    body: { status: 'DOWN', checks: [{ name: 'kafka', status: 'DOWN' }] },
    expected: ['down', 'kafka: down'],
    checks: ['kafka down'],
  },
]

describe('MicroProfile Health and Vert.x', () => {
  it.each(rows)('$name', ({ status, body, expected, checks }) => {
    const reading = read(status, body)
    expect([reading.state, reading.why]).toEqual(expected)
    expect(reading.format).toBe('microprofile')
    expect(flat(reading.checks)).toEqual(checks)
  })

  it('is ok for the 204 without a body of Vert.x and Helidon', () => {
    expect(read(204, '')).toMatchObject({ state: 'ok', format: 'empty', why: null })
  })

  it('keeps the values of data as details', () => {
    const body = { status: 'UP', checks: [{ name: 'n', status: 'UP', data: { a: 1, b: true, c: 'x' } }] }
    expect(read(200, body).checks[0]?.details).toEqual([
      ['a', '1'],
      ['b', 'true'],
      ['c', 'x'],
    ])
  })
})
