import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AlertMessage, parseAlertMessage } from './parseAlertMessage.ts'

const NOTHING: AlertMessage = {
  service: null,
  operation: null,
  causes: [],
  leftOut: 0,
  method: null,
  host: null,
  path: null,
  status: null,
  meaning: null,
  cut: false,
}

type Row = { readonly message: string; readonly says: Partial<AlertMessage> }

describe('what a message by the convention says', () => {
  it.each<Row>([
    {
      message: '[user-sync-service] creating user: POST /api/users: 403',
      says: {
        service: 'user-sync-service',
        operation: 'creating user',
        causes: ['POST /api/users', '403'],
        method: 'POST',
        path: '/api/users',
        status: 403,
        meaning: 'authorisation',
      },
    },
    {
      message: '[doc-sync-service] get document: unexpectedly empty result',
      says: {
        service: 'doc-sync-service',
        operation: 'get document',
        causes: ['unexpectedly empty result'],
        meaning: 'empty',
      },
    },
    {
      message: '[orders] charge: Post "https://pay.test:8443/v1/charge?x=1": 502 Bad Gateway…',
      says: {
        service: 'orders',
        operation: 'charge',
        causes: ['Post "https://pay.test:8443/v1/charge?x=1"', '502 Bad Gateway'],
        method: 'Post',
        host: 'pay.test:8443',
        path: '/v1/charge?x=1',
        status: 502,
        meaning: 'far-side',
        cut: true,
      },
    },
    {
      message: 'load basket: dial tcp 10.0.0.1:5432: connect: connection refused',
      says: {
        operation: 'load basket',
        causes: ['dial tcp 10.0.0.1:5432', 'connect', 'connection refused'],
        meaning: 'unreachable',
      },
    },
    {
      message: '[a] read: dial tcp [2001:db8::1]:443 at 12:30:05: i/o timeout...',
      says: {
        service: 'a',
        operation: 'read',
        causes: ['dial tcp [2001:db8::1]:443 at 12:30:05', 'i/o timeout'],
        meaning: 'timeout',
        cut: true,
      },
    },
    { message: 'all pods are down', says: { operation: 'all pods are down' } },
    { message: '[orders]', says: { service: 'orders' } },
    { message: '[orders]: late invoices', says: { service: 'orders', operation: 'late invoices' } },
    { message: '[worker[3]] run', says: { service: 'worker[3]', operation: 'run' } },
    { message: '[FIRING:2] [P1] [orders] run', says: { service: 'orders', operation: 'run' } },
    { message: '[2026-11-22 03:12:00Z] run', says: { operation: 'run' } },
    { message: '[never closed: run', says: { operation: '[never closed', causes: ['run'] } },
    { message: '[] run', says: { operation: '[] run' } },
    {
      message: '[a] send: body {"error": "no: such", "of": [1: 2]}: 400',
      says: {
        service: 'a',
        operation: 'send',
        causes: ['body {"error": "no: such", "of": [1: 2]}', '400'],
      },
    },
    {
      message: '[a] x: say "it\\": is": so',
      says: { service: 'a', operation: 'x', causes: ['say "it\\": is"', 'so'] },
    },
    {
      message: '[a] join:\n  lookup db.test: no such host\n\nmore: text',
      says: { service: 'a', operation: 'join', causes: ['lookup db.test', 'no such host'], meaning: 'name' },
    },
    {
      message: '[a] boom: NullPointerException\n\tat com.example.A.b(A.java:3)',
      says: { service: 'a', operation: 'boom', causes: ['NullPointerException'] },
    },
    {
      message: '[данные] чтение: x509: certificate has expired 🦊',
      says: {
        service: 'данные',
        operation: 'чтение',
        causes: ['x509', 'certificate has expired 🦊'],
        meaning: 'certificate',
      },
    },
    { message: '', says: {} },
    { message: ' \n\t ', says: {} },
    { message: ': : :', says: {} },
  ])('$message', ({ message, says }) => {
    expect(parseAlertMessage(message)).toEqual({ ...NOTHING, ...says })
  })
})

describe('its status and what that means', () => {
  it.each([
    ['x: GET /a: 401', 401, 'authorisation'],
    ['x: Get "https://a.test/b": 401', 401, 'authorisation'],
    ['x: POST /a?b="2"&c=<d>: 403', 403, 'authorisation'],
    ['x: unexpected response: 502', 502, 'far-side'],
    ['x: 503 service unavailable', 503, 'far-side'],
    ['POST /a returned 503', 503, 'far-side'],
    ['POST /a: 500: b: 403 Forbidden', 403, 'authorisation'],
    ['x: 403 Forbidden', 403, 'authorisation'],
    ['x: HTTP/1.1 404 not found', 404, 'missing'],
    ['x: status code 408', 408, 'timeout'],
    ['GET /a:504', 504, 'timeout'],
    ['x: unexpected status: 429.', 429, 'too-many'],
    ['x: status=422 for user', 422, 'refused'],
    ['"GET /x HTTP/1.1" 500 12', 500, 'far-side'],
    ['x: responded with 503', 503, 'far-side'],
    ['POST /a: 201', 201, null],
    // Numbers that are none.
    ['waited: 500 ms', null, null],
    ['took: 200', null, null],
    ['dial tcp 10.0.0.1:443', null, null],
    ['http://a.test:503/x', null, null],
    ['x: 4031', null, null],
    ['rows: 600', null, null],
    ['rows imported: 512', null, null],
    ['x: 401', null, null],
    ['POST /import: rows: 512', null, null],
    ['POST /import: 512 rows', null, null],
    ['query returned 512 rows', null, null],
    ['query returned 512', null, null],
    ['x: error code 500', null, null],
    ['free slots: 404 Left', null, null],
    ['left: 503 requests', null, null],
    ['GET /a: 99', null, null],
    // Without a status, by the words of the innermost cause that says something.
    ['a: connection reset by peer: retry failed', null, 'cut-off'],
    ['a: unexpected EOF', null, 'cut-off'],
    ['a: context deadline exceeded', null, 'timeout'],
    ['rpc error: code = Unavailable desc = x', null, 'unreachable'],
    ['a: connect ECONNREFUSED 10.0.0.1:80', null, 'unreachable'],
    ['query: permission denied for table t', null, 'authorisation'],
    ['find: sql: no rows in result set', null, 'empty'],
  ])('%s', (message, status, meaning) => {
    expect(parseAlertMessage(message)).toMatchObject({ status, meaning })
  })
})

const textsOf = ({ service, operation, causes, method, host, path }: AlertMessage): readonly string[] =>
  [service, operation, method, host, path, ...causes].filter((text) => text !== null)

describe('any message', () => {
  const bits = fc.constantFrom(
    '[',
    ']',
    ': ',
    ':',
    '"',
    '\\',
    '(',
    '{',
    '}',
    ')',
    '\n',
    ' ',
    '…',
    'POST /a',
    '403',
    'é🦊',
  )
  const message = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(bits, { maxLength: 120 }).map((parts) => parts.join('')),
  )
  it('is told in pieces of itself', () => {
    fc.assert(
      fc.property(message, (text) => {
        for (const piece of textsOf(parseAlertMessage(text))) {
          expect(piece).not.toBe('')
          expect(text).toContain(piece)
        }
      }),
    )
  })

  it.each([
    ['long', 'x'.repeat(10_000)],
    ['of emoji', '🦊'.repeat(5000)],
    ['deep', `[a] ${'y: '.repeat(5000)}`],
    ['of quotation marks', '\\"'.repeat(5000)],
    ['of brackets', '['.repeat(10_000)],
    ['of one long cause', `[a] b: ${'z'.repeat(9000)}: c`],
    ['of one long path', `GET /${'p'.repeat(9000)}`],
  ])('is bounded: %s', (_, text) => {
    const said = parseAlertMessage(text)
    expect(said.cut).toBe(true)
    expect(said.causes.length).toBeLessThanOrEqual(20)
    for (const piece of textsOf(said)) {
      expect(piece.length).toBeLessThanOrEqual(400)
      expect(piece).not.toMatch(/\p{Surrogate}/u)
    }
  })

  it('keeps the outermost and the innermost of many causes', () => {
    const causes = Array.from({ length: 50 }, (_, i) => `cause ${i}`)
    const said = parseAlertMessage(`run: ${causes.join(': ')}`)
    expect(said.causes).toEqual([...causes.slice(0, 10), ...causes.slice(-10)])
    expect(said.leftOut).toBe(30)
  })
})
