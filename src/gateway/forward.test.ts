import { once } from 'node:events'
import { get, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ask, gatewayFor, oneOrder, servePod } from './testServers.ts'

const POD = '/fleet/orders/orders-1'

const begun = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, resolve).once('error', reject)
  })

const echo = (request: IncomingMessage, response: ServerResponse) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers }))
}

const paths = [
  { name: 'path and query', base: '', path: '/a/b?c=d&e', expected: '/a/b?c=d&e' },
  { name: 'a base path', base: '/app', path: '/health', expected: '/app/health' },
  { name: 'a base path with a slash', base: '/app/', path: '/health', expected: '/app/health' },
  { name: 'the base itself', base: '/app', path: '/', expected: '/app/' },
  { name: 'the pod without a slash', base: '/app', path: '', expected: '/app/' },
  { name: 'encoded slashes', base: '', path: '/a%2Fb', expected: '/a%2Fb' },
  { name: 'two slashes', base: '', path: '//evil.example/x', expected: '//evil.example/x' },
]

describe('forwarding', () => {
  it.each(paths)('keeps $name', async ({ base, path, expected }) => {
    const gateway = await gatewayFor(oneOrder(`${await servePod(echo)}${base}`))
    const { status, body } = await ask(gateway.url, `${POD}${path}`)
    expect([status, JSON.parse(body).url]).toEqual([200, expected])
  })

  it('hands on status, headers and body, its own 502 too', async () => {
    const pod = await servePod((_, response) => response.writeHead(502, { 'x-own': 'yes' }).end('bad'))
    const gateway = await gatewayFor(oneOrder(pod))
    const { status, headers, body } = await ask(gateway.url, `${POD}/`)
    expect([status, headers['x-own'], body]).toEqual([502, 'yes', 'bad'])
    expect(headers['x-morning-check']).toBeUndefined()
    expect(headers['content-security-policy']).toBe('sandbox')
  })

  it('shows the pod its own host, no cookies and no credentials', async () => {
    const pod = await servePod(echo)
    const gateway = await gatewayFor(oneOrder(pod))
    const { body } = await ask(gateway.url, `${POD}/`, {
      headers: { cookie: 'a=b', authorization: 'Bearer x' },
    })
    const { headers } = JSON.parse(body)
    expect(headers).toMatchObject({ host: new URL(pod).host })
    expect(Object.keys(headers)).not.toContain('cookie')
    expect(Object.keys(headers)).not.toContain('authorization')
  })

  it('hands cookies to and fro where the service includes credentials', async () => {
    const pod = await servePod((request, response) => {
      response.setHeader('set-cookie', ['c=d', 'e=f']).end(request.headers.cookie)
    })
    const gateway = await gatewayFor(oneOrder(pod, { credentials: 'include' }))
    const { headers, body } = await ask(gateway.url, `${POD}/`, { headers: { cookie: 'a=b' } })
    expect([body, headers['set-cookie']]).toEqual(['a=b', ['c=d', 'e=f']])
  })

  it('answers HEAD without a body', async () => {
    const pod = await servePod((request, response) => {
      response
        .setHeader('x-method', request.method ?? '')
        .setHeader('content-length', '5')
        .end()
    })
    const gateway = await gatewayFor(oneOrder(pod))
    const { headers, body } = await ask(gateway.url, `${POD}/`, { method: 'HEAD' })
    expect([headers['x-method'], headers['content-length'], body]).toEqual(['HEAD', '5', ''])
  })

  it('rewrites a redirect to the pod itself', async () => {
    const pod = await servePod((_, response) => response.writeHead(302, { location: '/login?x' }).end())
    const gateway = await gatewayFor(oneOrder(pod))
    const { status, headers } = await ask(gateway.url, `${POD}/health`)
    expect([status, headers.location]).toEqual([302, `${POD}/login?x`])
  })

  it('streams: the first part arrives before the pod has sent the last', async () => {
    const parts: ServerResponse[] = []
    const pod = await servePod((_, response) => {
      parts.push(response)
      response.write('first ')
    })
    const gateway = await gatewayFor(oneOrder(pod))
    const answer = await begun(`${gateway.url}fleet/orders/orders-1/`)
    const [chunk] = (await once(answer, 'data')) as Buffer[]
    parts[0]?.end('last')
    expect(`${String(chunk)}${await text(answer)}`).toBe('first last')
  })

  it('waits for a slow reader instead of filling its memory', async () => {
    const part = Buffer.alloc(1024 * 1024)
    let sent = 0
    const pod = await servePod(async (_, response) => {
      for (; sent < 96 * part.length; sent += part.length) {
        if (!response.write(part)) await once(response, 'drain')
      }
      response.end()
    })
    const gateway = await gatewayFor(oneOrder(pod))
    const answer = await begun(`${gateway.url}fleet/orders/orders-1/`)
    let received = 0
    let ahead = 0
    for await (const chunk of answer) {
      received += (chunk as Buffer).length
      ahead = Math.max(ahead, sent - received)
      await turn()
    }
    expect(received).toBe(96 * part.length)
    // What two pairs of sockets hold on loopback, generously.
    expect(ahead).toBeLessThan(32 * part.length)
  })

  it('lets go of the pod when the browser goes', async () => {
    const held: ServerResponse[] = []
    const pod = await servePod((_, response) => {
      held.push(response)
      response.write('endless')
    })
    const gateway = await gatewayFor(oneOrder(pod))
    const answer = await begun(`${gateway.url}fleet/orders/orders-1/`)
    const closed = held.map((response) => once(response, 'close'))
    answer.destroy()
    expect(await Promise.all(closed)).toHaveLength(1)
  })

  it('opens two connections to a pod at most, and serves everybody in turn', async () => {
    const held: ServerResponse[] = []
    const most: number[] = []
    let gatewayUrl = ''
    const pod = await servePod(async (_, response) => {
      if (held.push(response) !== 2) return
      // Time enough for a third one, were it not waiting in the gateway.
      for (let i = 0; i < 5; i += 1) await ask(gatewayUrl, '/fleet.json')
      most.push(held.length)
      for (const waiting of held.splice(0)) waiting.end('ok')
    })
    gatewayUrl = (await gatewayFor(oneOrder(pod))).url
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(gatewayUrl, `${POD}/`)))
    expect(answers.every(({ body }) => body === 'ok')).toBe(true)
    expect(most).toEqual([2, 2, 2, 2, 2, 2])
  })
})
