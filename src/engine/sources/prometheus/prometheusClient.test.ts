import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PrometheusSource } from '#src/domain/fleet/fleet.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { answersJson, type LoopbackServer, loopbackServer } from '#src/engine/testing/loopbackServer.ts'
import { nodePorts } from '#src/engine/testing/nodePorts.ts'
import { HANGS, REFUSES, says, saysJson, type Script } from '#src/engine/testing/reply.ts'
import { type PrometheusAccess, prometheusClient } from './prometheusClient.ts'

const SUCCESS = { status: 'success', data: { resultType: 'vector', result: [] } }
const AT = 1_795_279_200_500
const HOME = 'http://home.test/morning/fleet.json'
const ELSEWHERE = 'http://prometheus.test'

const accessTo = (url: string, more: Partial<PrometheusAccess> = {}): PrometheusAccess => {
  const source: PrometheusSource = {
    url,
    credentials: 'include',
    labels: { service: null, pod: null },
    match: {},
  }
  return { source, fleetUrl: HOME, authorization: () => null, signal: null, ...more }
}

async function serve(listener: RequestListener): Promise<LoopbackServer> {
  const server = await loopbackServer(listener)
  onTestFinished(() => server.stop())
  return server
}

describe('a request', () => {
  it('is a GET with all of the query in its URL', async () => {
    const seen: (string | undefined)[] = []
    const server = await serve((request, response) => {
      seen.push(request.method, request.url)
      answersJson(SUCCESS)(request, response)
    })
    const client = prometheusClient(accessTo(`${server.url}/thanos`), nodePorts)
    const span = { start: 60_000, end: 180_000, step: 60_000 }
    expect(await client.query('{a="b&c"}', AT)).toMatchObject({ ok: true })
    await client.queryRange('up', span)
    await client.targets()
    expect(seen).toEqual([
      'GET',
      '/thanos/api/v1/query?query=%7Ba%3D%22b%26c%22%7D&time=1795279200.5',
      'GET',
      '/thanos/api/v1/query_range?query=up&start=60&end=180&step=60',
      'GET',
      '/thanos/api/v1/targets?state=active',
    ])
  })

  it.each([
    { token: null, expected: undefined },
    { token: 'Bearer x', expected: 'Bearer x' },
  ])('carries the token that is typed in now: $token', async ({ token, expected }) => {
    const seen: IncomingHttpHeaders[] = []
    const server = await serve((request, response) => {
      seen.push(request.headers)
      answersJson(SUCCESS)(request, response)
    })
    await prometheusClient(accessTo(server.url, { authorization: () => token }), nodePorts).query('up', AT)
    expect(seen.map(({ authorization }) => authorization)).toEqual([expected])
  })

  it('goes to a path beside the fleet file, with cookies where the source says so', async () => {
    const ports = handPorts()
    const url = 'http://home.test/morning/sources/prometheus/api/v1/query'
    ports.network.on('http://home.test/morning/', saysJson(SUCCESS))
    const answer = prometheusClient(accessTo('sources/prometheus/'), ports).query('up', AT)
    await ports.clock.advance(seconds(1))
    expect(await answer).toMatchObject({ ok: true })
    expect(ports.network.to(url)).toMatchObject([{ credentials: 'include', mode: 'read' }])
  })

  it('waits for the one before', async () => {
    const ports = handPorts()
    ports.network.on(`${ELSEWHERE}/`, saysJson(SUCCESS, { delay: seconds(1) }))
    const client = prometheusClient(accessTo(ELSEWHERE), ports)
    const answers = Promise.all([client.query('a', AT), client.query('b', AT), client.query('c', AT)])
    await ports.clock.advance(seconds(5))
    expect((await answers).every(({ ok }) => ok)).toBe(true)
    expect(ports.network.peak(ELSEWHERE)).toBe(1)
  })
})

const failing: readonly { name: string; script: Script; expected: unknown }[] = [
  {
    name: 'no CORS headers',
    script: saysJson(SUCCESS, { readable: false }),
    expected: { kind: 'not-reached', failure: { kind: 'unreadable' } },
  },
  {
    name: 'nobody there',
    script: REFUSES,
    expected: { kind: 'not-reached', failure: { kind: 'unreachable', by: 'browser', detail: null } },
  },
  {
    name: 'no answer',
    script: HANGS,
    expected: { kind: 'not-reached', failure: { kind: 'timeout', after: seconds(20) } },
  },
  {
    name: 'a connection that breaks',
    script: says('{"status":"succ', { breaksOff: true }),
    expected: { kind: 'cut-off' },
  },
  {
    name: 'a sign-in',
    script: says('no org id', { status: 401 }),
    expected: { kind: 'not-reached', failure: { kind: 'sign-in-needed', how: 'status' } },
  },
  {
    name: 'a redirect to a login elsewhere',
    script: says('<html>', { redirectedTo: 'http://login.test/' }),
    expected: { kind: 'not-reached', failure: { kind: 'sign-in-needed', how: 'redirect' } },
  },
  {
    name: 'a gateway that cannot reach it',
    script: saysJson({ error: '…' }, { status: 502, headers: { 'x-morning-check': 'refused' } }),
    expected: { kind: 'not-reached', failure: { kind: 'unreachable', by: 'gateway', detail: 'refused' } },
  },
  {
    name: 'an API that is not ready',
    script: says('Service Unavailable', { status: 503 }),
    expected: { kind: 'no-api', status: 503, holds: 'text' },
  },
]

const refusal = { status: 'error', errorType: 'bad_data', error: 'no' }

describe('a failure', () => {
  it.each(failing)(
    'is named, and the server left in peace for a minute: $name',
    async ({ script, expected }) => {
      const ports = handPorts()
      ports.network.on(`${ELSEWHERE}/`, script)
      const client = prometheusClient(accessTo(ELSEWHERE), ports)
      const first = client.query('up', AT)
      await ports.clock.advance(seconds(45))
      expect(await first).toEqual({ ok: false, error: expected })

      const asked = ports.network.asked.length
      ports.network.on(`${ELSEWHERE}/`, saysJson(SUCCESS))
      expect(await client.query('up', AT)).toEqual({ ok: false, error: expected })
      expect(ports.network.asked).toHaveLength(asked)

      await ports.clock.advance(minutes(1))
      const later = client.query('up', AT)
      await ports.clock.advance(seconds(1))
      expect(await later).toMatchObject({ ok: true })
    },
  )

  it('is the API’s own words where it refuses a query; others are asked on', async () => {
    const server = await serve(answersJson(refusal, 400))
    const client = prometheusClient(accessTo(server.url), nodePorts)
    const error = { kind: 'refused', status: 400, errorType: 'bad_data', error: 'no' }
    expect(await client.query('up(', AT)).toEqual({ ok: false, error })
    server.switchTo(answersJson(SUCCESS))
    expect(await client.query('up', AT)).toMatchObject({ ok: true })
  })

  it('of the list of targets is none of the API', async () => {
    const server = await serve((_, response) => response.writeHead(404).end('404 page not found'))
    const client = prometheusClient(accessTo(server.url), nodePorts)
    expect(await client.targets()).toMatchObject({ ok: false, error: { kind: 'no-api', status: 404 } })
    server.switchTo(answersJson(SUCCESS))
    expect(await client.query('up', AT)).toMatchObject({ ok: true })
  })

  it('is an answer beyond 16 MiB, which is not read on', async () => {
    const server = await serve((_, response) => {
      const part = 'x'.repeat(1 << 20)
      const fill = (): void => {
        while (!response.destroyed && response.write(part));
      }
      response.on('drain', fill)
      fill()
    })
    const answer = await prometheusClient(accessTo(server.url), nodePorts).query('up', AT)
    expect(answer).toMatchObject({ ok: false, error: { failure: { kind: 'too-large' } } })
  })

  it.each(['http://prometheus:99999', 'http://['])('is a URL that names nothing: %s', async (url) => {
    const answer = await prometheusClient(accessTo(url), nodePorts).query('up', AT)
    expect(answer).toMatchObject({ ok: false, error: { failure: { kind: 'unreachable' } } })
  })

  it('is aborted without a request once it was called off', async () => {
    const server = await serve(answersJson(SUCCESS))
    const signal = AbortSignal.abort()
    const answer = await prometheusClient(accessTo(server.url, { signal }), nodePorts).query('up', AT)
    expect([answer, server.requests()]).toMatchObject([
      { ok: false, error: { failure: { kind: 'aborted' } } },
      0,
    ])
  })
})
