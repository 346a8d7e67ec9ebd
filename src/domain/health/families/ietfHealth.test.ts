import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const FULL = {
  status: 'pass',
  version: '1',
  releaseId: '1.2.2',
  notes: [''],
  output: '',
  serviceId: 'f03e522f',
  checks: {
    'cassandra:responseTime': [
      {
        componentId: 'dfd6',
        componentType: 'datastore',
        observedValue: 250,
        observedUnit: 'ms',
        status: 'pass',
      },
    ],
    'cpu:utilization': [
      { componentId: 'a', node: 1, observedValue: 85, observedUnit: 'percent', status: 'warn' },
      { componentId: 'b', node: 2, observedValue: 8, observedUnit: 'percent', status: 'pass' },
    ],
    uptime: [{ componentType: 'system', observedValue: 1209600.245, observedUnit: 's' }],
  },
  links: { about: 'http://api.x.io/rel/authz' },
}

const rows = [
  { name: 'pass', status: 200, body: { status: 'pass' }, expected: ['ok', null] },
  { name: 'any case', status: 200, body: { status: 'PASS' }, expected: ['ok', null] },
  { name: 'warn with 200', status: 200, body: { status: 'warn' }, expected: ['degraded', 'status: warn'] },
  {
    name: 'warn with notes',
    status: 207,
    body: { status: 'warn', notes: ['replica lag', 'disk'] },
    expected: ['degraded', 'replica lag; disk'],
  },
  {
    name: 'fail with output',
    status: 503,
    body: { status: 'fail', output: 'postgres unreachable' },
    expected: ['down', 'HTTP 503; postgres unreachable'],
  },
  {
    name: 'fail behind 200',
    status: 200,
    body: { status: 'fail', output: 'postgres unreachable' },
    expected: ['down', 'postgres unreachable'],
  },
  {
    name: 'fail with a 4xx',
    status: 400,
    body: { status: 'fail' },
    expected: ['down', 'HTTP 400; status: fail'],
  },
  {
    name: 'pass with a 4xx tells nothing',
    status: 400,
    body: { status: 'pass' },
    expected: ['unknown', 'HTTP 400, though the body says ok'],
  },
  { name: 'the alias ok by its content type', status: 200, body: { status: 'ok' }, expected: ['ok', null] },
  { name: 'the alias up', status: 200, body: { status: 'up' }, expected: ['ok', null] },
  {
    name: 'the alias error',
    status: 503,
    body: { status: 'error', output: 'x' },
    expected: ['down', 'HTTP 503; x'],
  },
  {
    name: 'pass over a check that warns',
    status: 200,
    body: FULL,
    expected: ['degraded', 'cpu:utilization/a: degraded'],
  },
  {
    name: 'details, as drafts 00 to 02 named the checks',
    status: 503,
    body: { status: 'fail', details: { db: [{ status: 'fail', output: 'gone' }] } },
    expected: ['down', 'HTTP 503; db: gone'],
  },
]

describe('IETF health+json', () => {
  it.each(rows)('$name', ({ status, body, expected }) => {
    const { state, format, why } = read(status, body, 'application/health+json; charset=utf-8')
    expect([state, why]).toEqual(expected)
    expect(format).toBe('health+json')
  })

  it('is recognised as application/json too, by its own words and keys', () => {
    expect(read(200, { status: 'pass' }).format).toBe('health+json')
    expect(read(200, FULL).format).toBe('health+json')
    expect(read(200, { status: 'ok', serviceID: 'x' }).format).toBe('health+json')
    expect(read(200, { status: 'ok' }).format).toBe('status-word')
  })

  it('reads lists of one as that one, longer ones as parts by component', () => {
    expect(flat(read(200, FULL).checks)).toEqual([
      'cassandra:responseTime ok',
      'cpu:utilization degraded',
      'cpu:utilization/a degraded',
      'cpu:utilization/b ok',
      'uptime unknown',
    ])
  })

  it('takes the release for the version, and the API version only without one', () => {
    expect(read(200, FULL).version).toBe('1.2.2')
    expect(read(200, { status: 'pass', releaseID: '7' }).version).toBe('7')
    expect(read(200, { status: 'pass', version: '3' }).version).toBe('3')
  })
})
