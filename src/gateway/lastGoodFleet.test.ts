import { chmod, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { ask, gatewayFor, oneOrder, servePod } from './testServers.ts'

const POD = '/fleet/orders/orders-1/'
const LAST_GOOD = '/fleet.last-good.json'
const LINK = '<fleet.last-good.json>; rel="predecessor-version"'

const named = (name: string) => servePod((_, response) => response.end(name))

/** A gateway whose file was good, and is what `content` says now; null for a file that is away. */
async function brokenBy(content: string | null) {
  const heard: string[] = []
  const gateway = await gatewayFor(oneOrder(await named('still here')), {
    notice: (sentence) => heard.push(sentence),
  })
  const good = (await ask(gateway.url, '/fleet.json')).body
  await (content === null ? rm(gateway.fleetFile) : writeFile(gateway.fleetFile, content))
  return { ...gateway, good, heard }
}

const broken = [
  { name: 'no JSON', content: '{ "services": [', type: 'text/plain; charset=utf-8' },
  { name: 'faulty', content: '{"services":5}', type: 'application/json; charset=utf-8' },
  {
    name: 'of a port that cannot be',
    content: '{"services":[{"name":"a","url":"http://h:70000"}]}',
    type: 'application/json; charset=utf-8',
  },
]

describe('while the fleet file cannot be used', () => {
  it.each(broken)(
    'it is served as it is, with a link to the last good one: $name',
    async ({ content, type }) => {
      const { url, heard } = await brokenBy(content)
      const { status, headers, body } = await ask(url, '/fleet.json')
      expect([status, headers['content-type'], body, headers.link]).toEqual([200, type, content, LINK])
      expect(heard.join('\n')).toMatch(
        /is faulty now; the page says where\. The last good fleet stays in use\.$/,
      )
    },
  )

  it.each([...broken, { name: 'away', content: null }])(
    'the last good one and its pods stay: $name',
    async ({ content }) => {
      const { url, good } = await brokenBy(content)
      const { status, headers, body } = await ask(url, LAST_GOOD)
      expect([status, headers['content-type'], body]).toEqual([200, 'application/json; charset=utf-8', good])
      expect((await ask(url, POD)).body).toBe('still here')
    },
  )

  it('says in a sentence that it is away, with the link, until it comes back', async () => {
    const { url, fleetFile } = await gatewayFor(oneOrder('http://h'))
    await rename(fleetFile, `${fleetFile}.away`)
    const { status, headers, body } = await ask(url, '/fleet.json')
    expect([status, JSON.parse(body).error, headers.link]).toEqual([
      404,
      `There is no fleet file at ${fleetFile}.`,
      LINK,
    ])
    await rename(`${fleetFile}.away`, fleetFile)
    const back = await ask(url, '/fleet.json')
    expect([back.status, back.headers.link]).toEqual([200, undefined])
  })

  it('links also from an answer that the browser has already', async () => {
    const { url } = await brokenBy('{')
    const { headers } = await ask(url, '/fleet.json')
    const again = await ask(url, '/fleet.json', { headers: { 'if-none-match': headers.etag ?? '' } })
    expect([again.status, again.headers.link]).toEqual([304, LINK])
  })

  it('is 500 in a sentence while a directory is in its place', async () => {
    const gateway = await gatewayFor(oneOrder('http://h'))
    await rm(gateway.fleetFile)
    await mkdir(gateway.fleetFile)
    const { status, headers, body } = await ask(gateway.url, '/fleet.json')
    expect([status, JSON.parse(body).error, headers.link]).toEqual([
      500,
      `${gateway.fleetFile} is a directory: name the fleet file in it.`,
      LINK,
    ])
  })

  it.skipIf(process.getuid?.() === 0)('is 500 in a sentence while nobody may read it', async () => {
    const gateway = await gatewayFor(oneOrder('http://h'))
    await chmod(gateway.fleetFile, 0)
    await utimes(gateway.fleetFile, 1, 1)
    const { status, body } = await ask(gateway.url, '/fleet.json')
    expect([status, JSON.parse(body).error]).toEqual([500, expect.stringContaining('check its permissions')])
  })
})

describe('the last good fleet file', () => {
  it('is the newest while all is well', async () => {
    const gateway = await gatewayFor(oneOrder('http://h'))
    await writeFile(gateway.fleetFile, JSON.stringify({ ...oneOrder('http://h'), title: 'New' }))
    const [newest, lastGood] = [await ask(gateway.url, '/fleet.json'), await ask(gateway.url, LAST_GOOD)]
    expect(lastGood.body).toBe(newest.body)
    expect(JSON.parse(newest.body).title).toBe('New')
    expect(newest.headers.link).toBeUndefined()
  })

  it('is 404 in a sentence, and not linked to, where none ever was', async () => {
    const heard: string[] = []
    const gateway = await gatewayFor('{', { notice: (sentence) => heard.push(sentence) })
    const { status, body } = await ask(gateway.url, LAST_GOOD)
    expect([status, JSON.parse(body).error]).toEqual([404, expect.stringContaining('no good fleet file')])
    expect((await ask(gateway.url, '/fleet.json')).headers.link).toBeUndefined()
    await rm(gateway.fleetFile)
    await ask(gateway.url, '/fleet.json')
    expect(heard).toEqual([`There is no fleet file at ${gateway.fleetFile}.`])
  })
})
