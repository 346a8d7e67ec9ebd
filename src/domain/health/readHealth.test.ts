import { describe, expect, it } from 'vitest'

import { CHECK_CAP, DEPTH_CAP } from './checkBudget.ts'
import type { HealthCheck } from './healthReading.ts'
import { readHealth } from './readHealth.ts'

const read = (status: number, body: unknown, contentType: string | null = 'application/json') =>
  readHealth({ status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) })

const LOGIN = '<html><title>Sign in</title><form action="/login"><input type="password"></form></html>'

const statusRows = [
  { status: 200, body: { status: 'UP' }, expected: ['ok', 'spring-actuator', null] },
  { status: 206, body: { status: 'UP' }, expected: ['ok', 'spring-actuator', null] },
  {
    status: 301,
    body: { status: 'UP' },
    expected: ['unknown', 'http-status', 'HTTP 301: redirected elsewhere'],
  },
  { status: 304, body: '', expected: ['unknown', 'http-status', 'HTTP 304: redirected elsewhere'] },
  { status: 401, body: '', expected: ['unknown', 'http-status', 'HTTP 401: sign-in is needed'] },
  {
    status: 401,
    body: { status: 'DOWN' },
    expected: ['unknown', 'http-status', 'HTTP 401: sign-in is needed'],
  },
  {
    status: 401,
    body: LOGIN,
    expected: ['unknown', 'sign-in-page', 'HTTP 401: sign-in is needed; a sign-in page (“Sign in”)'],
  },
  {
    status: 403,
    body: 'Forbidden',
    expected: ['unknown', 'http-status', 'HTTP 403: reading it is not allowed'],
  },
  { status: 404, body: 'Not Found', expected: ['unknown', 'http-status', 'HTTP 404: there is no such path'] },
  { status: 405, body: '', expected: ['unknown', 'http-status', 'HTTP 405: GET is not allowed there'] },
  { status: 407, body: '', expected: ['unknown', 'http-status', 'HTTP 407: the proxy asks for a sign-in'] },
  { status: 410, body: '', expected: ['unknown', 'http-status', 'HTTP 410: the path is gone'] },
  {
    status: 511,
    body: LOGIN,
    expected: [
      'unknown',
      'sign-in-page',
      'HTTP 511: the network asks for a sign-in; a sign-in page (“Sign in”)',
    ],
  },
  {
    status: 400,
    body: 'what?',
    expected: ['unknown', 'http-status', 'HTTP 400; not valid JSON, at line 1 column 1'],
  },
  { status: 400, body: { status: 'DOWN' }, expected: ['down', 'spring-actuator', 'HTTP 400; status: DOWN'] },
  { status: 429, body: '', expected: ['unknown', 'empty', 'HTTP 429 with an empty body'] },
  { status: 500, body: '', expected: ['down', 'empty', 'HTTP 500 with an empty body'] },
  { status: 502, body: '<h1>502 Bad Gateway</h1>', expected: ['down', 'html', 'HTTP 502; Bad Gateway'] },
  { status: 503, body: [1, 2], expected: ['down', 'http-status', "HTTP 503; the body's shape is not known"] },
  { status: 200, body: [1, 2], expected: ['ok', 'http-status', "HTTP 200; the body's shape is not known"] },
  { status: 200, body: '', expected: ['ok', 'empty', null] },
  { status: 200, body: '{}', expected: ['ok', 'empty', null] },
  { status: 204, body: '', expected: ['ok', 'empty', null] },
  { status: 0, body: '', expected: ['unknown', 'empty', 'HTTP status 0 tells nothing'] },
  { status: Number.NaN, body: 'ok', expected: ['unknown', 'plain-text', 'HTTP status NaN tells nothing'] },
]

describe('readHealth: the HTTP status and the body', () => {
  it.each(statusRows)('$status with $body', ({ status, body, expected }) => {
    const { state, format, why } = read(status, body)
    expect([state, format, why]).toEqual(expected)
  })
})

const brokenRows = [
  {
    name: 'cut JSON',
    body: '{"status":"UP","components":{"db"',
    expected: 'JSON that ends early, at line 1 column 34',
  },
  { name: 'broken JSON', body: '{"status": UP}', expected: 'not valid JSON, at line 1 column 12' },
  { name: 'broken on line 3', body: '{\n"status":"UP",\n}', expected: 'not valid JSON, at line 3 column 1' },
  {
    name: 'JSON with something behind it',
    body: '{"status":"UP"}{}',
    expected: 'not valid JSON, at line 1 column 16',
  },
  { name: 'a cut list', body: '[{"name":"db"', expected: 'JSON that ends early, at line 1 column 14' },
  {
    name: 'announced JSON that is prose',
    body: 'all is well',
    expected: 'not valid JSON, at line 1 column 1',
  },
  { name: 'an empty JSON text', body: '""', expected: 'an empty text in JSON' },
  { name: 'binary', body: '\u001F\u008B\u0008\u0000\u0000garbage', expected: 'the body is not text' },
  { name: 'bytes that were no UTF-8', body: '\uFFFD\uFFFDab\uFFFD', expected: 'the body is not text' },
  { name: 'an Angular guard', body: ")]}',\n{}", expected: 'not valid JSON, at line 1 column 1' },
]

describe('readHealth: broken bodies', () => {
  it.each(brokenRows)('$name is unknown with 200 and down with 503', ({ body, expected }) => {
    expect(read(200, body)).toMatchObject({ state: 'unknown', format: 'http-status', why: expected })
    expect(read(503, body)).toMatchObject({ state: 'down', why: expect.stringMatching(/^HTTP 503; /) })
  })

  it('believes the body, not the content type', () => {
    expect(read(200, 'OK', 'application/json')).toMatchObject({ state: 'ok', format: 'plain-text' })
    expect(read(200, { status: 'DOWN' }, 'text/html')).toMatchObject({ state: 'down' })
    expect(read(200, { status: 'DOWN' }, null)).toMatchObject({ state: 'down' })
    expect(read(200, LOGIN, 'application/json')).toMatchObject({ state: 'unknown', format: 'sign-in-page' })
  })
})

const depthOf = (check: HealthCheck): number => 1 + Math.max(0, ...check.parts.map(depthOf))
const nested = (depth: number): string =>
  `${'{"status":"UP","components":{"in":'.repeat(depth)}{"status":"DOWN"}${'}}'.repeat(depth)}`

describe('readHealth: bounds', () => {
  it(`keeps ${CHECK_CAP} checks and says that there were more`, () => {
    const components = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`c${i}`, { status: 'UP' }]),
    )
    const reading = read(200, { status: 'UP', components })
    expect(reading.checks).toHaveLength(CHECK_CAP)
    expect(reading).toMatchObject({ state: 'ok', why: 'only the first 5000 checks and 32 levels were read' })
  })

  it('does not call a list ok that it has read in part', () => {
    const list = Array.from({ length: 20_000 }, (_, i) => ({
      CheckID: `c${i}`,
      Status: 'passing',
      Name: 'x',
    }))
    expect(read(200, list).state).toBe('unknown')
  })

  it(`follows ${DEPTH_CAP} levels, however deep a body nests`, () => {
    const reading = read(200, nested(100_000))
    expect(reading.checks.map(depthOf)).toEqual([DEPTH_CAP])
    expect(reading.why).toContain('32 levels')
  })

  it('cuts long messages, details, names and reasons', () => {
    const long = 'x'.repeat(100_000)
    const reading = read(503, {
      status: 'DOWN',
      components: { [long]: { status: 'DOWN', details: { error: long, a: long } } },
    })
    const [check] = reading.checks
    expect(check?.name.length).toBe(200)
    expect(check?.message?.length).toBe(2000)
    expect(check?.details[0]?.[1].length).toBe(2000)
    expect(reading.why?.length).toBeLessThanOrEqual(200)
  })

  it('is not fooled by the names of the prototype', () => {
    const body =
      '{"status":"UP","__proto__":{"status":"DOWN"},"constructor":{"status":"UP"},"checks":{"toString":"ok"}}'
    const reading = read(200, body)
    expect(reading.checks.map(({ name, state }) => [name, state])).toEqual([
      ['__proto__', 'down'],
      ['constructor', 'ok'],
      ['toString', 'ok'],
    ])
    expect({}).not.toHaveProperty('status')
  })
})
