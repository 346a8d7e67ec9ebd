import { rename, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { ask, deadUrl, gatewayFor, oneOrder, servePod } from './testServers.ts'

const POD = '/fleet/orders/orders-1/'

const named = (name: string) => servePod((_, response) => response.end(name))

describe('fleet.json through the gateway', () => {
  it('has gateway paths for addresses', async () => {
    const gateway = await gatewayFor(oneOrder('http://10.0.0.7:8080', { team: 'checkout' }))
    const { status, headers, body } = await ask(gateway.url, '/fleet.json?x')
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'application/json; charset=utf-8',
      'no-cache',
    ])
    expect(JSON.parse(body)).toEqual({
      services: [
        {
          name: 'orders',
          team: 'checkout',
          pods: [{ name: 'orders-1', url: 'fleet/orders/orders-1/', shownUrl: 'http://10.0.0.7:8080' }],
        },
      ],
    })
  })

  it('is 304 while it is the same', async () => {
    const gateway = await gatewayFor(oneOrder('http://h'))
    const { headers } = await ask(gateway.url, '/fleet.json')
    const again = await ask(gateway.url, '/fleet.json', { headers: { 'if-none-match': headers.etag ?? '' } })
    expect([again.status, again.body]).toEqual([304, ''])
  })

  it('reaches pods of any name', async () => {
    const name = 'café "x" & <b>~\'(1)*!;=+,@: 日本'
    const gateway = await gatewayFor({ services: [{ name, url: await named('odd') }] })
    const { services } = JSON.parse((await ask(gateway.url, '/fleet.json')).body)
    expect((await ask(gateway.url, new URL(services[0].pods[0].url, gateway.url).pathname)).body).toBe('odd')
  })

  it('is read again when it changes, also when it is replaced by a rename', async () => {
    const [first, second] = [await named('first'), await named('second')]
    const heard: string[] = []
    const gateway = await gatewayFor(oneOrder(first), { notice: (sentence) => heard.push(sentence) })
    expect((await ask(gateway.url, POD)).body).toBe('first')
    await writeFile(`${gateway.fleetFile}.new`, JSON.stringify({ ...oneOrder(second), title: 'New' }))
    await rename(`${gateway.fleetFile}.new`, gateway.fleetFile)
    expect(JSON.parse((await ask(gateway.url, '/fleet.json')).body).title).toBe('New')
    expect((await ask(gateway.url, POD)).body).toBe('second')
    expect(heard).toEqual([])
  })

  it('finds a pod that only the newer file has', async () => {
    const gateway = await gatewayFor(oneOrder('http://h'))
    const url = await named('new')
    await writeFile(gateway.fleetFile, JSON.stringify({ services: [{ name: 'billing', url }] }))
    expect((await ask(gateway.url, '/fleet/billing/billing/')).body).toBe('new')
  })
})

describe('a fleet file on the web', () => {
  it('is read from there, with relative pods counting from it', async () => {
    const site = await servePod((request, response) =>
      response.end(request.url === '/x/fleet.json' ? JSON.stringify(oneOrder('pods/1')) : request.url),
    )
    const gateway = await gatewayFor('', { fleet: { url: `${site}/x/fleet.json` } })
    expect((await ask(gateway.url, `${POD}health`)).body).toBe('/x/pods/1/health')
  })

  it('is asked for once in two seconds, however many ask', async () => {
    let asked = 0
    const pod = await named('here')
    const site = await servePod((_, response) => {
      asked += 1
      response.end(JSON.stringify(oneOrder(pod)))
    })
    const gateway = await gatewayFor('', { fleet: { url: `${site}/fleet.json` } })
    await Promise.all(['/fleet.json', '/fleet.json', POD, POD].map((path) => ask(gateway.url, path)))
    expect(asked).toBe(1)
  })

  const away = [
    { name: 'not there', status: 404, expected: 404, says: 'answered 404 instead of a fleet file' },
    { name: 'failing', status: 503, expected: 502, says: 'answered 503 instead of a fleet file' },
  ]

  it.each(away)('is told in a sentence when $name', async ({ status, expected, says }) => {
    const site = await servePod((_, response) => response.writeHead(status).end())
    const gateway = await gatewayFor('', { fleet: { url: `${site}/fleet.json` } })
    const answer = await ask(gateway.url, '/fleet.json')
    expect([answer.status, JSON.parse(answer.body).error]).toEqual([expected, expect.stringContaining(says)])
  })

  it('is told when its server is down', async () => {
    const gateway = await gatewayFor('', { fleet: { url: `${await deadUrl()}/fleet.json` } })
    const answer = await ask(gateway.url, '/fleet.json')
    expect([answer.status, JSON.parse(answer.body).error]).toEqual([
      502,
      expect.stringContaining('ECONNREFUSED'),
    ])
  })
})
