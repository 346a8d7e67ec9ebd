import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const rows = [
  { name: 'NATS up', status: 200, body: { status: 'ok' }, expected: ['ok', 'status-word', null], checks: [] },
  {
    name: 'NATS unavailable',
    status: 503,
    body: { status: 'unavailable', error: 'JetStream not current' },
    expected: ['down', 'nats', 'HTTP 503; JetStream not current'],
    checks: [],
  },
  {
    name: 'NATS unavailable behind 200',
    status: 200,
    body: { status: 'unavailable', error: 'JetStream not current' },
    expected: ['down', 'nats', 'JetStream not current'],
    checks: [],
  },
  {
    name: 'NATS with details',
    status: 503,
    body: { status: 'error', errors: [{ type: 'STREAM', stream: 'ORDERS', error: 'no leader' }] },
    expected: ['down', 'nats', 'HTTP 503; ORDERS: no leader'],
    checks: ['ORDERS down'],
  },
  {
    name: 'RabbitMQ up',
    status: 200,
    body: { status: 'ok' },
    expected: ['ok', 'status-word', null],
    checks: [],
  },
  {
    name: 'RabbitMQ failed',
    status: 503,
    body: { status: 'failed', reason: 'No active listener' },
    expected: ['down', 'rabbitmq', 'HTTP 503; No active listener'],
    checks: [],
  },
  {
    name: 'RabbitMQ alarms',
    status: 503,
    body: {
      status: 'failed',
      reason: 'There are alarms',
      alarms: [{ resource: 'memory', node: 'rabbit@a' }],
    },
    expected: ['down', 'rabbitmq', 'HTTP 503; There are alarms'],
    checks: [],
  },
  {
    name: 'a check newer than the RabbitMQ that was asked',
    status: 404,
    body: { error: 'Object Not Found', reason: 'Not Found' },
    expected: ['unknown', 'http-status', 'HTTP 404: there is no such path'],
    checks: [],
  },
]

describe('NATS and RabbitMQ', () => {
  it.each(rows)('$name', ({ status, body, expected, checks }) => {
    const reading = read(status, body)
    expect([reading.state, reading.format, reading.why]).toEqual(expected)
    expect(flat(reading.checks)).toEqual(checks)
  })
})
