import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const rows = [
  { name: 'a bare ok', status: 200, body: { status: 'ok' }, expected: ['ok', 'status-word', null] },
  {
    name: 'a bare failed',
    status: 200,
    body: { status: 'failing' },
    expected: ['down', 'status-word', 'status: failing'],
  },
  { name: 'ready', status: 200, body: { ready: true }, expected: ['ok', 'in-house', null] },
  {
    name: 'not ready',
    status: 503,
    body: { ready: false },
    expected: ['down', 'in-house', 'HTTP 503; ready: false'],
  },
  {
    name: 'not ready behind 200',
    status: 200,
    body: { ready: false },
    expected: ['down', 'in-house', 'ready: false'],
  },
  { name: 'healthy', status: 200, body: { healthy: true }, expected: ['ok', 'in-house', null] },
  { name: 'alive', status: 200, body: { alive: true }, expected: ['ok', 'in-house', null] },
  {
    name: 'alive but not ready',
    status: 200,
    body: { alive: true, ready: false },
    expected: ['down', 'in-house', 'ready: false'],
  },
  {
    name: 'a word that says ok beside a boolean that does not',
    status: 200,
    body: { status: 'ok', ready: false },
    expected: ['down', 'in-house', 'ready: false'],
  },
  { name: 'a message alone', status: 200, body: { message: 'pong' }, expected: ['ok', 'in-house', null] },
  {
    name: 'state for status',
    status: 200,
    body: { state: 'RUNNING', pid: 3 },
    expected: ['ok', 'in-house', null],
  },
  {
    name: 'a reason',
    status: 200,
    body: { status: 'degraded', reason: 'replica lag 40 s' },
    expected: ['degraded', 'in-house', 'replica lag 40 s'],
  },
  {
    name: 'a nested error',
    status: 500,
    body: { status: 'error', error: { code: 'E1', message: 'pool exhausted' } },
    expected: ['down', 'in-house', 'HTTP 500; pool exhausted'],
  },
  {
    name: 'a map of words without a verdict',
    status: 200,
    body: { database: 'ok', cache: 'disconnected', version: '3.1' },
    expected: ['down', 'in-house', 'cache: down'],
  },
  {
    name: 'a map of objects without a verdict',
    status: 200,
    body: { db: { status: 'up' }, mq: { status: 'warning', message: '90 % full' } },
    expected: ['degraded', 'in-house', 'mq: 90 % full'],
  },
  {
    name: 'the status repeated as a number',
    status: 500,
    body: { timestamp: 1, status: 500, error: 'Internal Server Error', path: '/health' },
    expected: ['down', 'in-house', 'HTTP 500; Internal Server Error'],
  },
  {
    name: 'another status in the body than on the line',
    status: 200,
    body: { status: 503, error: 'Service Unavailable' },
    expected: ['down', 'in-house', 'Service Unavailable'],
  },
  {
    name: 'a not-found answer behind 200',
    status: 200,
    body: { status: 404, error: 'Not Found' },
    expected: ['unknown', 'in-house', 'Not Found'],
  },
  {
    name: 'an envelope',
    status: 200,
    body: { success: true, data: { status: 'DOWN', reason: 'no leader' } },
    expected: ['down', 'in-house', 'no leader'],
  },
  {
    name: 'a health object',
    status: 200,
    body: { app: 'orders', health: { status: 'DOWN', message: 'no leader' } },
    expected: ['down', 'in-house', 'health: no leader'],
  },
  {
    name: 'Spring Status printed as an object',
    status: 200,
    body: { status: { code: 'DOWN', description: '' } },
    expected: ['down', 'status-word', 'the answer says down'],
  },
  {
    name: 'a parcel',
    status: 200,
    body: { id: 7, status: 'shipped' },
    expected: ['ok', 'http-status', 'unknown shape'],
  },
  {
    name: 'a count',
    status: 200,
    body: { status: 3, ready: 12 },
    expected: ['ok', 'http-status', 'unknown shape'],
  },
  {
    name: 'the Prometheus API',
    status: 200,
    body: { status: 'success', data: { resultType: 'vector', result: [] } },
    expected: ['ok', 'http-status', 'unknown shape'],
  },
  {
    name: 'an error of the Prometheus API',
    status: 400,
    body: { status: 'error', errorType: 'bad_data', error: 'unclosed left parenthesis' },
    expected: ['unknown', 'http-status', 'HTTP 400; unclosed left parenthesis'],
  },
  {
    name: 'an unknown shape with an error is never good',
    status: 200,
    body: { error: { message: 'no such tenant' } },
    expected: ['unknown', 'http-status', 'HTTP 200; no such tenant'],
  },
  {
    name: 'an unknown shape whose error is empty',
    status: 200,
    body: { error: null, errors: [], exception: '', users: 4 },
    expected: ['ok', 'http-status', 'unknown shape'],
  },
]

describe('pages that teams write themselves', () => {
  it.each(rows)('$name', ({ status, body, expected }) => {
    const { state, format, why } = read(status, body)
    expect([
      state,
      format,
      why?.replace(/^HTTP 200; the body's shape is not known$/, 'unknown shape') ?? null,
    ]).toEqual(expected)
  })

  it.each([
    ['a map', { checks: { db: { status: 'up' }, mq: 'down' } }],
    [
      'a list',
      {
        checks: [
          { name: 'db', healthy: true },
          { id: 'mq', status: 'down' },
        ],
      },
    ],
    ['dependencies', { dependencies: { db: true, mq: false } }],
    [
      'services',
      {
        services: [
          { service: 'db', state: 'running' },
          { service: 'mq', state: 'stopped' },
        ],
      },
    ],
    ['another name', { health_checks: { db: 'connected', mq: 'error: refused' } }],
  ])('reads checks under %s', (_, container) => {
    const reading = read(200, { status: 'ok', ...container })
    expect(flat(reading.checks)).toEqual(['db ok', 'mq down'])
    expect(reading.state).toBe('degraded')
  })

  it('does not take data for checks', () => {
    const body = {
      status: 'ok',
      features: [{ name: 'x' }],
      limits: { rate: 5 },
      tags: ['down'],
      links: { up: '/' },
    }
    expect(read(200, body)).toMatchObject({ state: 'ok', checks: [] })
  })
})
