import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { ask, gatewayFor, servePod } from './testServers.ts'

const SOURCE = '/sources/alertmanager'
const SILENCES = `${SOURCE}/api/v2/silences`
const JSON_TYPE = { 'content-type': 'application/json' }

const fleetOf = (url: string, more: object = {}) => ({
  sources: { alertmanager: { url, ...more } },
  services: [],
})

/** An Alertmanager that says what it was asked, and how often anything was. */
async function alertmanager() {
  const asked: string[] = []
  const url = await servePod(async (request: IncomingMessage, response: ServerResponse) => {
    asked.push(`${request.method} ${request.url}`)
    const { 'content-type': type, authorization = null, origin = null } = request.headers
    response.setHeader('access-control-allow-origin', '*')
    response.end(JSON.stringify({ body: await text(request), type, authorization, origin }))
  })
  return { url, asked }
}

describe('forwarding to the Alertmanager', () => {
  it.each(['/api/v2/alerts?active=true&filter=team%3D%22a%22', '/api/v2/status', '/api/v2/silences'])(
    'reads %s',
    async (path) => {
      const { url, asked } = await alertmanager()
      const gateway = await gatewayFor(fleetOf(`${url}/am`))
      const { status } = await ask(gateway.url, `${SOURCE}${path}`)
      expect([status, asked]).toEqual([200, [`GET /am${path}`]])
    },
  )

  it.each([
    { name: 'what is no browser', headers: {} },
    { name: 'the page', headers: { 'sec-fetch-site': 'same-origin', origin: 'https://seen.example' } },
  ])('hands on a silence of $name, without credentials', async ({ headers }) => {
    const { url, asked } = await alertmanager()
    const gateway = await gatewayFor(fleetOf(url))
    const answer = await ask(gateway.url, SILENCES, {
      method: 'POST',
      headers: { ...JSON_TYPE, authorization: 'Bearer secret', ...headers },
      body: '{"comment":"ACK! T-1 é"}',
    })
    expect([answer.status, asked]).toEqual([200, ['POST /api/v2/silences']])
    expect(JSON.parse(answer.body)).toEqual({
      body: '{"comment":"ACK! T-1 é"}',
      type: 'application/json',
      authorization: null,
      origin: null,
    })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it.each([
    {
      name: 'a page of another site',
      headers: { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' },
      status: 403,
    },
    {
      name: 'a form that leads here',
      headers: { ...JSON_TYPE, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      status: 403,
    },
    {
      name: 'a page of another origin on plain http',
      headers: { ...JSON_TYPE, origin: 'http://evil.example' },
      status: 403,
    },
    { name: 'a form', headers: { 'content-type': 'text/plain' }, status: 415 },
    { name: 'no type', headers: {}, status: 415 },
    { name: 'no JSON', headers: JSON_TYPE, body: '{', status: 400 },
    { name: 'too much', headers: JSON_TYPE, body: JSON.stringify('x'.repeat(65_536)), status: 413 },
    {
      name: 'too much, in pieces',
      headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' },
      body: JSON.stringify('x'.repeat(65_536)),
      status: 413,
    },
    { name: 'a silence to be deleted', method: 'DELETE', headers: JSON_TYPE, status: 405 },
    { name: 'leave to ask from elsewhere', method: 'OPTIONS', headers: {}, status: 405 },
    { name: 'an alert', path: '/api/v2/alerts', headers: JSON_TYPE, status: 405 },
    { name: 'what is below', path: '/api/v2/silences/', headers: JSON_TYPE, status: 405 },
  ])(
    'refuses $name',
    async ({ headers, status, method = 'POST', path = '/api/v2/silences', body = '{}' }) => {
      const { url, asked } = await alertmanager()
      const gateway = await gatewayFor(fleetOf(url))
      const answer = await ask(gateway.url, `${SOURCE}${path}`, { method, headers, body })
      expect([answer.status, answer.headers['x-morning-check'], asked]).toEqual([status, 'unknown', []])
    },
  )

  it.each(['/', '/api/v2/silence/1', '/api/v1/alerts', '/-/reload', '/api/v2/alerts/groups'])(
    'refuses to read %s',
    async (path) => {
      const { url, asked } = await alertmanager()
      const gateway = await gatewayFor(fleetOf(url))
      expect([(await ask(gateway.url, `${SOURCE}${path}`)).status, asked]).toEqual([400, []])
    },
  )

  it('shows the page a fleet file that leads through the gateway', async () => {
    const gateway = await gatewayFor(fleetOf('http://alerts:9093', { every: '30s' }))
    const fleet = parseFleet(JSON.parse((await ask(gateway.url, '/fleet.json')).body))
    expect(fleet.ok && fleet.value.sources.alertmanager).toMatchObject({
      url: 'sources/alertmanager/',
      shownUrl: 'http://alerts:9093',
      every: 30_000,
    })
  })

  it('is 404 where the fleet file names none', async () => {
    const gateway = await gatewayFor({ services: [] })
    const { status, body } = await ask(gateway.url, SILENCES, {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{}',
    })
    expect([status, body]).toEqual([404, expect.stringContaining('no Alertmanager')])
  })
})
