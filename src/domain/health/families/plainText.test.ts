import { expect, describe, it } from 'vitest'

import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'

const read = (status: number, body: unknown, contentType = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

/** `name state`, parts under the path of their parents. */
const flat = (checks: readonly HealthCheck[], path = ''): string[] =>
  checks.flatMap(({ name, state, parts }) => [`${path}${name} ${state}`, ...flat(parts, `${path}${name}/`)])

const UP = [
  'ok',
  'OK',
  'Ok.',
  'ok\n',
  'Healthy.',
  'ready',
  'UP',
  'pong',
  'LIVE',
  'alive',
  'pass',
  'true',
  '"UP"',
  '"ok"',

  'Prometheus Server is Healthy.',
  'Prometheus Server is Ready.\n',
  'VictoriaMetrics is up',
  'Agent is Ready.',
  'The server is running',
  'ok\nuptime: 3 days',
  '\uFEFFOK',
]
const DOWN = [
  'down',
  'NOT OK',
  'not ready',
  'unhealthy',
  'FAIL',
  'false',
  'ko',
  '"DOWN"',
  'Agent is not ready.',

  'error: db lost',
  'Service is down',
  'Ingester not ready: waiting',
  'shutting down',
  'Server is unavailable',
]
const UNTOLD = [
  'Hello, world',
  'welcome to the orders API',
  'None of the servers is healthy',
  'Nothing is ready',
  '42',
  'null',

  '[INFO] all systems go',
  'Is it up? We hope so',
  '# HELP up Is it up\nup 1',
  '7:UP',
  'Call us when the server is down',
  'Nothing is down',
]

describe('plain text', () => {
  it.each(UP)('%j is ok, and down with 503', (text) => {
    expect(read(200, text, 'text/plain')).toMatchObject({ state: 'ok', format: 'plain-text', why: null })
    expect(read(503, text, 'text/plain').state).toBe('down')
  })

  it.each(DOWN)('%j is down even with 200', (text) => {
    expect(read(200, text, 'text/html')).toMatchObject({ state: 'down', format: 'plain-text' })
  })

  it.each(UNTOLD)('%j is left to the HTTP status', (text) => {
    const why = "HTTP 200; the body's shape is not known"
    expect(read(200, text, 'text/plain')).toMatchObject({ state: 'ok', format: 'http-status', why })
    expect(read(503, text, 'text/plain').state).toBe('down')
  })

  it('reads named words below a word', () => {
    const reading = read(200, 'OK\ndb: ok\nuptime: 3 days\nmq = failed: refused', 'text/plain')
    expect(flat(reading.checks)).toEqual(['db ok', 'mq down'])
    expect(reading).toMatchObject({ state: 'degraded', why: 'mq: failed: refused' })
  })

  it('gives the words of an error on one line', () => {
    const { why, checks } = read(500, 'panic: runtime error\n\tgoroutine 1', 'text/plain')
    expect(why).toBe('HTTP 500; panic: runtime error goroutine 1')
    expect(flat(checks)).toEqual([])
  })

  it('reads the four words of lightship', () => {
    expect(read(200, 'SERVER_IS_READY')).toMatchObject({ state: 'ok', format: 'lightship' })
    expect(read(200, 'SERVER_IS_NOT_SHUTTING_DOWN')).toMatchObject({ state: 'ok', format: 'lightship' })
    expect(read(500, 'SERVER_IS_NOT_READY')).toMatchObject({
      state: 'down',
      why: 'HTTP 500; server is not ready',
    })
    expect(read(200, 'SERVER_IS_SHUTTING_DOWN')).toMatchObject({
      state: 'down',
      why: 'server is shutting down',
    })
  })
})
