import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { HANGS, REFUSES, type Reply, says, saysJson, streams } from '#src/engine/testing/reply.ts'
import { fleetFile, type FleetLook } from './fleetFile.ts'

const GOOD = { title: 'Shop', services: [{ name: 'orders', url: 'http://10.0.0.7:8080' }] }

/** Looks once at each reply in turn, one file for all of them. */
async function looks(...replies: Reply[]): Promise<FleetLook[]> {
  const ports = handPorts()
  const file = fleetFile(HOME, ports)
  const seen: FleetLook[] = []
  for (const reply of replies) {
    ports.network.on(HOME, reply)
    const look = file.look()
    await ports.clock.advance(seconds(6))
    seen.push(await look)
  }
  return seen
}

const lookAt = async (reply: Reply): Promise<FleetLook | undefined> => (await looks(reply))[0]

const issueOf = (look: FleetLook | undefined): unknown => (look?.kind === 'invalid' ? look.issues[0] : look)

describe('one look', () => {
  it('reads a good file', async () => {
    expect(await lookAt(saysJson(GOOD))).toMatchObject({
      kind: 'fleet',
      fleet: { title: 'Shop', services: [{ name: 'orders', pods: [{ name: 'orders' }] }] },
    })
  })

  it('takes an empty list for a fleet that is empty yet', async () => {
    expect(await lookAt(says('{"services": []}'))).toMatchObject({ kind: 'fleet', fleet: { services: [] } })
  })

  const faulty: readonly { name: string; text: string; expected: object }[] = [
    {
      name: 'a missing comma',
      text: '{\n  "title": "Shop"\n  "services": []\n}',
      expected: {
        path: '',
        found: 'something else than JSON from line 3, column 3 on',
        expected: 'valid JSON',
      },
    },
    {
      name: 'a comment',
      text: '{ // mine\n "services": [] }',
      expected: { path: '', found: 'something else than JSON from line 1, column 3 on' },
    },
    {
      name: 'half a file',
      text: '{"services": [{"name": "orders"',
      expected: { path: '', found: 'a text that ends too early from line 1, column 32 on' },
    },
    {
      name: 'nothing',
      text: '',
      expected: { path: '', found: 'a text that ends too early from line 1, column 1 on' },
    },
    { name: 'a web page', text: '<!doctype html>', expected: { path: '', expected: 'valid JSON' } },
    { name: 'another thing', text: '{"services": "orders"}', expected: { path: 'services' } },
    {
      name: 'a misspelt key',
      text: '{"services": [{"name": "orders", "ulr": "http://a.test"}]}',
      expected: { path: 'services[0].ulr' },
    },
    {
      name: 'a port that cannot be, in url',
      text: '{"services": [{"name": "orders", "url": "http://10.0.0.7:99999"}]}',
      expected: {
        path: 'services[0].url',
        found: 'http://10.0.0.7:99999',
        expected: 'a URL whose host and port can exist',
      },
    },
    {
      name: 'a host that cannot be, in pods',
      text: '{"services": [{"name": "a", "url": "x"}, {"name": "b", "pods": ["y", {"name": "b-2", "url": "http://[::1"}]}]}',
      expected: { path: 'services[1].pods[1]', found: 'http://[::1' },
    },
  ]
  for (const { name, text, expected } of faulty) {
    it(`names the fault of ${name}`, async () =>
      expect(issueOf(await lookAt(says(text)))).toMatchObject(expected))
  }

  const missing: readonly { name: string; reply: Reply; expected: object }[] = [
    { name: 'not there', reply: says('', { status: 404 }), expected: { detail: 'HTTP 404', answered: true } },
    {
      name: 'not allowed',
      reply: says('', { status: 401 }),
      expected: { detail: 'HTTP 401', answered: true },
    },
    {
      name: 'a server in trouble',
      reply: says('', { status: 500 }),
      expected: { detail: 'HTTP 500', answered: true },
    },
    { name: 'nobody there', reply: REFUSES, expected: { detail: 'no answer', answered: false } },
    {
      name: 'a server that hangs',
      reply: HANGS,
      expected: { detail: 'no answer within 5 s', answered: false },
    },
    {
      name: 'a server that stops half-way',
      reply: streams([new Uint8Array(10), new Uint8Array(10)], { gap: seconds(9) }),
      expected: { detail: 'no answer within 5 s', answered: false },
    },
  ]
  for (const { name, reply, expected } of missing) {
    it(`says what it met: ${name}`, async () => {
      expect(await lookAt(reply)).toEqual({ kind: 'unreachable', lastGood: null, ...expected })
    })
  }
})

const kinds = async (...replies: Reply[]): Promise<string[]> =>
  (await looks(...replies)).map(({ kind }) => kind)

describe('look after look', () => {
  const good = saysJson(GOOD)
  const other = saysJson({ ...GOOD, title: 'Shop, renamed' })
  const broken = says('{')

  const rows: readonly { name: string; replies: readonly Reply[]; expected: readonly string[] }[] = [
    { name: 'nothing changed', replies: [good, good, good], expected: ['fleet', 'same', 'same'] },
    { name: 'it was edited', replies: [good, other, other], expected: ['fleet', 'fleet', 'same'] },
    { name: 'a fault is told once', replies: [good, broken, broken], expected: ['fleet', 'invalid', 'same'] },
    { name: 'and then mended', replies: [good, broken, good], expected: ['fleet', 'invalid', 'fleet'] },
    {
      name: 'home was gone for a while',
      replies: [good, REFUSES, good],
      expected: ['fleet', 'unreachable', 'same'],
    },
    {
      name: 'and came back with news',
      replies: [good, REFUSES, other],
      expected: ['fleet', 'unreachable', 'fleet'],
    },
    {
      name: 'a late start',
      replies: [REFUSES, says('', { status: 503 }), good],
      expected: ['unreachable', 'unreachable', 'fleet'],
    },
  ]
  for (const { name, replies, expected } of rows) {
    it(name, async () => expect(await kinds(...replies)).toEqual(expected))
  }

  it('asks with the cookies that the page was loaded with, and once a look', async () => {
    const ports = handPorts()
    ports.network.on(HOME, good)
    const look = fleetFile(HOME, ports).look()
    await ports.clock.advance(10)
    await look
    expect(ports.network.asked).toMatchObject([{ url: HOME, mode: 'read', credentials: 'same-origin' }])
  })
})
