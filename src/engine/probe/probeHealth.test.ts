import { describe, expect, it } from 'vitest'
import { oneTarget } from '#src/engine/testing/fleetOf.ts'
import { type Page, readPage } from '#src/engine/testing/readPage.ts'
import { healthPage } from './probeHealth.ts'

const JSON_TYPE = 'application/json'
const SPA = '<!doctype html><html><head><title>Orders</title></head><body><div id="root"></div></body></html>'
const LOGIN =
  '<!doctype html><title>Sign in</title><form action="/login" method="post"><input type="password" name="p"></form>'

type Row = {
  readonly name: string
  readonly page: Page
  /** `state format` of a reading, or the kind of the failure. */
  readonly expected: string
  readonly absent?: boolean
}

const rows: readonly Row[] = [
  {
    name: 'actuator, up',
    page: { type: JSON_TYPE, body: '{"status":"UP"}' },
    expected: 'ok spring-actuator',
  },
  {
    name: 'actuator, a component down',
    page: {
      status: 503,
      type: JSON_TYPE,
      body: '{"status":"DOWN","components":{"db":{"status":"DOWN"},"ping":{"status":"UP"}}}',
    },
    expected: 'down spring-actuator',
  },
  {
    name: 'health+json, warning',
    page: {
      type: 'application/health+json',
      body: '{"status":"warn","checks":{"db:latency":[{"status":"warn"}]}}',
    },
    expected: 'degraded health+json',
  },
  { name: 'plain ok', page: { type: 'text/plain', body: 'ok' }, expected: 'ok plain-text' },
  { name: 'a 200 with nothing in it', page: { body: '' }, expected: 'ok empty' },
  {
    name: 'a 500 with a stack trace',
    page: { status: 500, type: 'text/plain', body: 'Error: pool' },
    expected: 'down plain-text',
  },
  {
    name: 'the page of a single-page app',
    page: { type: 'text/html', body: SPA },
    expected: 'unknown html',
    absent: true,
  },
  { name: 'a sign-in page', page: { type: 'text/html', body: LOGIN }, expected: 'sign-in-needed' },
  {
    name: 'not there',
    page: { status: 404, type: 'text/plain', body: '404 page not found' },
    expected: 'unknown http-status',
    absent: true,
  },
  {
    name: 'not there, in JSON',
    page: { status: 404, type: JSON_TYPE, body: '{"status":404}' },
    expected: 'unknown http-status',
    absent: true,
  },
  { name: 'only for POST', page: { status: 405, body: '' }, expected: 'unknown http-status', absent: true },
  { name: 'gone', page: { status: 410, body: '' }, expected: 'unknown http-status', absent: true },
  {
    name: 'too many requests: it is there',
    page: { status: 429, body: 'slow down' },
    expected: 'unknown http-status',
  },
  {
    name: 'broken JSON: it is there',
    page: { type: JSON_TYPE, body: '{"status":"UP"' },
    expected: 'unknown http-status',
  },
]

describe('healthPage', () => {
  for (const { name, page, expected, absent = false } of rows) {
    it(name, () => {
      const read = readPage(healthPage(oneTarget('health')), page, 7)
      const { result } = read
      expect(result.ok ? `${result.value.state} ${result.value.format}` : result.error.kind).toBe(expected)
      expect(read.absent).toBe(absent)
    })
  }

  it('reads readiness the same way', () => {
    const { result } = readPage(healthPage(oneTarget('ready')), { status: 503, body: 'starting' })
    expect(result.ok && result.value.state).toBe('down')
  })

  it('is too large beyond its cap, and takes no more than one chunk of what is beyond', () => {
    const target = oneTarget('health', { caps: { health: '4KiB' } })
    const read = readPage(healthPage(target), {
      type: JSON_TYPE,
      body: `{"status":"UP","x":"${'x'.repeat(90_000)}"}`,
    })
    expect(read.result).toEqual({ ok: false, error: { kind: 'too-large', cap: 4096 } })
    expect(read.taken).toBe(5 * 1024)
  })
})
