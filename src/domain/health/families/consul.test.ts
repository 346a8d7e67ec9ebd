import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const check = (id: string, status: string, extra: object = {}) => ({
  Node: 'a',
  CheckID: id,
  Name: `Check ${id}`,
  Status: status,
  Notes: '',
  Output: '',
  ...extra,
})
const instance = (id: string, ...checks: object[]) => ({
  Node: { Node: 'a', Address: '10.0.0.1' },
  Service: { ID: id, Service: 'web', Port: 80 },
  Checks: checks,
})

const rows = [
  {
    name: 'a service, passing',
    status: 200,
    body: [instance('web-1', check('serfHealth', 'passing'))],
    expected: ['ok', null],
    checks: ['web-1 ok', 'web-1/Check serfHealth ok'],
  },
  {
    name: 'a service, one check warns',
    status: 200,
    body: [instance('web-1', check('mem', 'warning', { Output: '91 % used' }))],
    expected: ['degraded', 'web-1/Check mem: 91 % used'],
    checks: ['web-1 degraded', 'web-1/Check mem degraded'],
  },
  {
    name: 'a service, one instance of two critical',
    status: 200,
    body: [
      instance('web-1', check('tcp', 'critical', { Output: 'refused' })),
      instance('web-2', check('tcp', 'passing')),
    ],
    expected: ['degraded', 'web-1/Check tcp: refused'],
    checks: ['web-1 down', 'web-1/Check tcp down', 'web-2 ok', 'web-2/Check tcp ok'],
  },
  {
    name: 'a service, all instances critical: the list is 200 all the same',
    status: 200,
    body: [instance('web-1', check('tcp', 'critical', { Output: 'refused' }))],
    expected: ['down', 'web-1/Check tcp: refused'],
    checks: ['web-1 down', 'web-1/Check tcp down'],
  },
  {
    name: 'a flat list of checks',
    status: 200,
    body: [check('serfHealth', 'passing'), check('disk', 'critical')],
    expected: ['down', 'Check disk: down'],
    checks: ['Check serfHealth ok', 'Check disk down'],
  },
  {
    name: 'node maintenance',
    status: 200,
    body: [check('_node_maintenance', 'critical', { Notes: 'kernel update' })],
    expected: ['down', 'Check _node_maintenance: in maintenance: kernel update'],
    checks: ['Check _node_maintenance down'],
  },
  {
    name: 'service maintenance without a reason',
    status: 200,
    body: [check('_service_maintenance:web-1', 'critical')],
    expected: ['down', 'Check _service_maintenance:web-1: in maintenance'],
    checks: ['Check _service_maintenance:web-1 down'],
  },
  {
    name: 'the agent: 429 is a warning',
    status: 429,
    body: { AggregatedStatus: 'warning', Service: {}, Checks: [check('mem', 'warning', { Output: '91 %' })] },
    expected: ['degraded', 'HTTP 429; Check mem: 91 %'],
    checks: ['Check mem degraded'],
  },
  {
    name: 'the agent: 503 is critical',
    status: 503,
    body: { AggregatedStatus: 'critical', Service: {}, Checks: [check('tcp', 'critical')] },
    expected: ['down', 'HTTP 503; Check tcp: down'],
    checks: ['Check tcp down'],
  },
  {
    name: 'the agent by name: a list of instances',
    status: 429,
    body: [{ AggregatedStatus: 'warning', ...instance('web-1', check('mem', 'warning')) }],
    expected: ['degraded', 'HTTP 429; web-1/Check mem: degraded'],
    checks: ['web-1 degraded', 'web-1/Check mem degraded'],
  },
]

describe('Consul', () => {
  it.each(rows)('$name', ({ status, body, expected, checks }) => {
    const reading = read(status, body)
    expect([reading.state, reading.why]).toEqual(expected)
    expect(reading.format).toBe('consul')
    expect(flat(reading.checks)).toEqual(checks)
  })

  it('reads the text form of the agent', () => {
    expect(read(200, 'passing', 'text/plain')).toMatchObject({ state: 'ok' })
    expect(read(429, 'warning', 'text/plain')).toMatchObject({ state: 'degraded', why: 'HTTP 429; warning' })
    expect(read(503, 'critical', 'text/plain')).toMatchObject({ state: 'down' })
    expect(read(404, 'ServiceId nope not found', 'text/plain')).toMatchObject({ state: 'unknown' })
  })

  it('cannot tell anything from an empty list', () => {
    expect(read(200, [])).toMatchObject({ state: 'unknown', format: 'http-status', why: 'an empty list' })
  })
})
