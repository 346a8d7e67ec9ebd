import { describe, expect, it } from 'vitest'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { podFault } from './podFault.ts'
import { ask, deadUrl, gatewayFor, oneOrder, servePod } from './testServers.ts'

const POD = '/fleet/orders/orders-1'

/** A TCP server that says these bytes to whoever connects, and hangs up. */
async function saying(bytes: string): Promise<string> {
  const server = createServer((socket) => {
    socket.once('error', () => {})
    socket.once('data', () => socket.end(bytes))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

const hanging = () => servePod(() => {})
const resetting = () => servePod((request) => request.socket.resetAndDestroy())
const plainBehindTls = async () =>
  (await servePod((_, response) => response.end())).replace('http:', 'https:')

const unreachable = [
  { name: 'nothing listens', url: deadUrl, status: 502, kind: 'refused', says: 'refused the connection' },
  {
    name: 'unknown host',
    url: async () => 'http://pod.invalid:8080',
    status: 502,
    kind: 'dns',
    says: 'not known',
  },
  {
    name: 'no answer',
    url: hanging,
    status: 504,
    kind: 'timeout',
    says: 'did not begin to answer within 0.2 s',
  },
  {
    name: 'reset',
    url: resetting,
    status: 502,
    kind: 'reset',
    says: 'closed the connection without an answer',
  },
  { name: 'no TLS', url: plainBehindTls, status: 502, kind: 'tls', says: 'certificate or TLS' },
  {
    name: 'no HTTP',
    url: () => saying('SSH-2.0-OpenSSH\r\n'),
    status: 502,
    kind: 'unknown',
    says: 'does not answer in HTTP',
  },
  {
    name: 'an impossible status',
    url: () => saying('HTTP/1.1 007 Bond\r\n\r\n'),
    status: 502,
    kind: 'unknown',
    says: '',
  },
  { name: 'hangs up at once', url: () => saying(''), status: 502, kind: 'reset', says: 'closed' },
]

const codes = [
  { code: 'EAI_AGAIN', kind: 'dns', status: 502 },
  { code: 'ETIMEDOUT', kind: 'timeout', status: 504 },
  { code: 'EPIPE', kind: 'reset', status: 502 },
  { code: 'CERT_HAS_EXPIRED', kind: 'tls', status: 502 },
  { code: 'DEPTH_ZERO_SELF_SIGNED_CERT', kind: 'tls', status: 502 },
  { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', kind: 'tls', status: 502 },
  { code: 'ERR_TLS_CERT_ALTNAME_INVALID', kind: 'tls', status: 502 },
  { code: 'EHOSTUNREACH', kind: 'unknown', status: 502 },
  { code: 'HPE_HEADER_OVERFLOW', kind: 'unknown', status: 502 },
  { code: '', kind: 'unknown', status: 502 },
]

describe('podFault', () => {
  it.each(codes)('names $code', ({ code, kind, status }) => {
    expect(podFault(Object.assign(new Error('x'), { code }))).toMatchObject({ kind, status })
  })

  it('takes what is no Error', () => {
    expect(podFault('x')).toMatchObject({ kind: 'unknown', status: 502 })
  })
})

describe('a pod that cannot be reached', () => {
  it.each(unreachable)('is told: $name', async ({ url, status, kind, says }) => {
    const address = await url()
    const gateway = await gatewayFor(oneOrder(address), { firstByte: 200 })
    const answer = await ask(gateway.url, `${POD}/health`)
    expect([answer.status, answer.headers['x-morning-check']]).toEqual([status, kind])
    const { error, pod } = JSON.parse(answer.body)
    expect(error).toContain(says)
    expect(pod).toEqual({ service: 'orders', name: 'orders-1', url: address })
  })

  it('is asked once only', async () => {
    let asked = 0
    const pod = await servePod((request) => {
      asked += 1
      request.socket.resetAndDestroy()
    })
    const gateway = await gatewayFor(oneOrder(pod))
    await ask(gateway.url, `${POD}/`)
    expect(asked).toBe(1)
  })

  it('breaks off for the browser too when it breaks off in the middle', async () => {
    const pod = await servePod((request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => request.socket.resetAndDestroy())
    })
    const gateway = await gatewayFor(oneOrder(pod))
    await expect(ask(gateway.url, `${POD}/`)).rejects.toThrow(/aborted|hang up|ECONNRESET/)
  })

  it('has time for a long body once it has begun', async () => {
    const pod = await servePod((_, response) => {
      response.write('a')
      setTimeout(() => response.end('b'), 300)
    })
    const gateway = await gatewayFor(oneOrder(pod), { firstByte: 150 })
    expect(await ask(gateway.url, `${POD}/`)).toMatchObject({ status: 200, body: 'ab' })
  })
})

const refused = [
  { name: 'an unknown service', path: '/fleet/oders/orders-1/', status: 404, says: 'Did you mean "orders"?' },
  { name: 'an unknown pod', path: '/fleet/orders/orders-2/', status: 404, says: 'Did you mean "orders-1"?' },
  { name: 'no pod', path: '/fleet/orders', status: 400, says: 'Ask for /fleet/<service>/<pod>/<path>' },
  { name: 'a way up', path: `${POD}/%2e%2e/admin`, status: 400, says: 'climb' },
  { name: 'POST', path: `${POD}/`, method: 'POST', status: 405, says: 'GET and HEAD, not POST' },
  { name: 'DELETE', path: `${POD}/`, method: 'DELETE', status: 405, says: 'not DELETE' },
  { name: 'OPTIONS', path: `${POD}/`, method: 'OPTIONS', status: 405, says: 'not OPTIONS' },
  {
    name: 'another host name',
    path: `${POD}/`,
    headers: { host: 'evil.example' },
    status: 403,
    says: 'evil.example',
  },
  {
    name: 'another site',
    path: `${POD}/`,
    headers: { 'sec-fetch-site': 'cross-site' },
    status: 403,
    says: 'another origin',
  },
]

describe('what the gateway does not forward', () => {
  it.each(refused)('$name', async ({ path, status, says, ...options }) => {
    const gateway = await gatewayFor(oneOrder(await servePod((_, response) => response.end('reached'))))
    const answer = await ask(gateway.url, path, options)
    expect([answer.status, answer.headers['x-morning-check']]).toEqual([status, 'unknown'])
    expect(JSON.parse(answer.body).error).toContain(says)
  })

  it('goes nowhere for a request in absolute form', async () => {
    const pod = await servePod((_, response) => response.end('reached'))
    const gateway = await gatewayFor(oneOrder('http://10.255.255.1'))
    expect((await ask(gateway.url, `${pod}/`)).body).not.toContain('reached')
  })
})
