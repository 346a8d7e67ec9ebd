import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const TREE = {
  components: {
    broker: {
      components: {
        us1: { status: 'UP', details: { version: '1.0.2' } },
        us2: { status: 'UP', details: { version: '1.0.4' } },
      },
      status: 'UP',
    },
    db: { status: 'UP', details: { database: 'PostgreSQL', validationQuery: 'isValid()' } },
    diskSpace: { status: 'UP', details: { total: 499_963_174_912, free: 250_981_711_872, exists: true } },
    ping: { status: 'UP' },
  },
  status: 'UP',
  groups: ['liveness', 'readiness'],
}
const DB_DOWN = {
  status: 'DOWN',
  components: {
    db: {
      status: 'DOWN',
      details: { error: 'org.springframework.jdbc.CannotGetJdbcConnectionException: no' },
    },
    ping: { status: 'UP' },
  },
}

const rows = [
  { name: 'the default answer', status: 200, body: { status: 'UP' }, expected: ['ok', null] },
  {
    name: 'the default answer with groups',
    status: 200,
    body: { groups: ['liveness', 'readiness'], status: 'UP' },
    expected: ['ok', null],
  },
  { name: 'components to any depth, status last', status: 200, body: TREE, expected: ['ok', null] },
  {
    name: 'a component down',
    status: 503,
    body: DB_DOWN,
    expected: ['down', 'HTTP 503; db: org.springframework.jdbc.CannotGetJdbcConnectionException: no'],
  },
  {
    name: 'a component down behind a proxy that made it 200',
    status: 200,
    body: DB_DOWN,
    expected: ['down', 'db: org.springframework.jdbc.CannotGetJdbcConnectionException: no'],
  },
  {
    name: 'DOWN without details',
    status: 503,
    body: { status: 'DOWN' },
    expected: ['down', 'HTTP 503; status: DOWN'],
  },
  {
    name: 'OUT_OF_SERVICE with 200',
    status: 200,
    body: { status: 'OUT_OF_SERVICE', description: 'draining' },
    expected: ['down', 'draining'],
  },
  {
    name: 'UNKNOWN is answered with 200 and is not ok',
    status: 200,
    body: { status: 'UNKNOWN' },
    expected: ['degraded', 'status: UNKNOWN'],
  },
  {
    name: 'a status of its own in a body that is surely its',
    status: 200,
    body: { status: 'RESTRICTED', components: { ping: { status: 'UP' } } },
    expected: ['degraded', 'the answer says degraded'],
  },
  {
    name: 'a status of its own with a known meaning',
    status: 200,
    body: { status: 'FATAL', components: { licence: { status: 'FATAL', details: { message: 'expired' } } } },
    expected: ['down', 'licence: expired'],
  },
  {
    name: 'UP with 503 is down by status',
    status: 503,
    body: TREE,
    expected: ['down', 'HTTP 503, though the body says ok'],
  },
  {
    name: 'a part that is UNKNOWN does not spoil the whole',
    status: 200,
    body: { status: 'UP', components: { discovery: { status: 'UNKNOWN' }, ping: { status: 'UP' } } },
    expected: ['ok', null],
  },
  {
    name: 'a part that is DOWN under a root that is UP',
    status: 200,
    body: { status: 'UP', components: { mail: { status: 'DOWN', details: { error: 'refused' } } } },
    expected: ['degraded', 'mail: refused'],
  },
  {
    name: 'Boot 2.0: details for components',
    status: 503,
    body: {
      status: 'DOWN',
      details: { redis: { status: 'DOWN', details: { error: 'timed out' } }, db: { status: 'UP' } },
    },
    expected: ['down', 'HTTP 503; redis: timed out'],
  },
  {
    name: 'Boot 1.x: indicators beside the status',
    status: 503,
    body: { status: 'DOWN', db: { status: 'DOWN', error: 'no route' }, diskSpace: { status: 'UP', free: 3 } },
    expected: ['down', 'HTTP 503; db: no route'],
  },
  {
    name: 'the deepest part at fault is named with its path',
    status: 503,
    body: {
      status: 'DOWN',
      components: {
        broker: { status: 'DOWN', components: { us1: { status: 'DOWN' }, us2: { status: 'UP' } } },
      },
    },
    expected: ['down', 'HTTP 503; broker/us1: down'],
  },
]

describe('Spring Boot Actuator', () => {
  it.each(rows)('$name', ({ status, body, expected }) => {
    const { state, format, why } = read(status, body, 'application/vnd.spring-boot.actuator.v3+json')
    expect([state, why]).toEqual(expected)
    expect(format).toBe('spring-actuator')
  })

  it('names every part at its depth, with its details', () => {
    const { checks } = read(200, TREE)
    expect(flat(checks)).toEqual([
      'broker ok',
      'broker/us1 ok',
      'broker/us2 ok',
      'db ok',
      'diskSpace ok',
      'ping ok',
    ])
    expect(checks[0]?.parts[0]?.details).toEqual([['version', '1.0.2']])
    expect(checks[2]?.details).toEqual([
      ['total', '499963174912'],
      ['free', '250981711872'],
      ['exists', 'true'],
    ])
  })

  it('gives the error of a part once, as its message', () => {
    const [db] = read(503, DB_DOWN).checks
    expect(db?.message).toContain('CannotGetJdbcConnectionException')
    expect(db?.details).toEqual([])
  })
})
