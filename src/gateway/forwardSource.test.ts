import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { ask, deadUrl, gatewayFor, servePod } from './testServers.ts'

const SOURCE = '/sources/prometheus'

const withSource = (url: string, more: object = {}) => ({
  sources: { prometheus: { url, ...more } },
  services: [{ name: 'orders', url: 'http://127.0.0.1:1' }],
})

const echo = ({ url, headers }: IncomingMessage, response: ServerResponse): void => {
  response.end(JSON.stringify({ url, cookie: headers.cookie ?? null, token: headers.authorization ?? null }))
}

const WITH_SECRETS = { headers: { cookie: 'a=b', authorization: 'Bearer x' } }

describe('forwarding to the Prometheus source', () => {
  it.each([
    ['/api/v1/query?query=up%7Ba%3D%22b%22%7D', '/thanos/api/v1/query?query=up%7Ba%3D%22b%22%7D'],
    ['/api/v1/query_range?query=a+or+b&step=60', '/thanos/api/v1/query_range?query=a+or+b&step=60'],
    ['/api/v1/targets?state=active', '/thanos/api/v1/targets?state=active'],
  ])('hands on %s as it is, without credentials', async (path, expected) => {
    const gateway = await gatewayFor(withSource(`${await servePod(echo)}/thanos`))
    const { status, headers, body } = await ask(gateway.url, `${SOURCE}${path}`, WITH_SECRETS)
    expect([status, JSON.parse(body)]).toEqual([200, { url: expected, cookie: null, token: null }])
    expect(headers['content-security-policy']).toBe('sandbox')
  })

  it('hands on a token and cookies where the source includes credentials', async () => {
    const gateway = await gatewayFor(withSource(await servePod(echo), { credentials: 'include' }))
    const { body } = await ask(gateway.url, `${SOURCE}/api/v1/query?query=up`, WITH_SECRETS)
    expect(JSON.parse(body)).toMatchObject({ cookie: 'a=b', token: 'Bearer x' })
  })

  it.each([
    '/',
    '/api/v1/admin/tsdb/delete_series?match[]=up',
    '/api/v1/query/',
    '/api/v1/query/../admin/tsdb/snapshot',
    '/api/v1/%71uery?query=up',
    '/api/v1/status/config',
    '/-/reload',
    '//api/v1/query',
  ])('refuses %s without asking the source', async (path) => {
    let asked = 0
    const source = await servePod((_, response) => {
      asked += 1
      response.end()
    })
    const gateway = await gatewayFor(withSource(source))
    const { status, headers } = await ask(gateway.url, `${SOURCE}${path}`)
    expect([status, headers['x-morning-check'], asked]).toEqual([400, 'unknown', 0])
  })

  it('refuses to write', async () => {
    const gateway = await gatewayFor(withSource(await servePod(echo)))
    const { status } = await ask(gateway.url, `${SOURCE}/api/v1/query`, { method: 'POST' })
    expect(status).toBe(405)
  })

  it('says that the source is not there', async () => {
    const gateway = await gatewayFor(withSource(await deadUrl()))
    const { status, headers } = await ask(gateway.url, `${SOURCE}/api/v1/query?query=up`)
    expect([status, headers['x-morning-check']]).toEqual([502, 'refused'])
  })

  it('is 404 where the fleet file names none', async () => {
    const gateway = await gatewayFor({ services: [] })
    const { status, body } = await ask(gateway.url, `${SOURCE}/api/v1/query?query=up`)
    expect([status, body]).toEqual([404, expect.stringContaining('no Prometheus source')])
  })

  it('shows the page a fleet file that leads through the gateway', async () => {
    const url = await servePod(echo)
    const gateway = await gatewayFor(withSource(url))
    const fleet = parseFleet(JSON.parse((await ask(gateway.url, '/fleet.json')).body))
    expect(fleet.ok && fleet.value.sources.prometheus).toMatchObject({
      url: SOURCE.slice(1) + '/',
      shownUrl: url,
    })
  })

  it('hands a source that nobody can ask to the page as a fault', async () => {
    const gateway = await gatewayFor(withSource('http://p:99999'))
    const { body } = await ask(gateway.url, '/fleet.json')
    expect(JSON.parse(body)).toMatchObject({ sources: { prometheus: { url: 'http://p:99999' } } })
  })
})
