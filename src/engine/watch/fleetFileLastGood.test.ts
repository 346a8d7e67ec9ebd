import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { HANGS, REFUSES, type Reply, says, saysJson } from '#src/engine/testing/reply.ts'
import { fleetFile, type FleetLook } from './fleetFile.ts'

const KEPT = 'http://home.test/fleet.last-good.json'
const LINK = { link: '<fleet.last-good.json>; rel="predecessor-version"' }

const fileOf = (title: string) => ({ title, services: [{ name: 'orders', url: 'http://10.0.0.7:8080' }] })
const good = saysJson(fileOf('one'))
const broken = says('{', { headers: LINK })
const away = says('', { status: 404, headers: LINK })

type Step = { readonly home: Reply; readonly kept?: Reply }

/** Looks once at each step in turn, one file for all of them; in words, with the title of a fleet that is news. */
async function looks(...steps: readonly Step[]): Promise<string[]> {
  const ports = handPorts()
  const file = fleetFile(HOME, ports)
  const seen: FleetLook[] = []
  for (const { home, kept } of steps) {
    ports.network.on(HOME, home)
    if (kept !== undefined) ports.network.on(KEPT, kept)
    const look = file.look()
    await ports.clock.advance(seconds(11))
    seen.push(await look)
  }
  return seen.map((look) => {
    const title = look.kind === 'fleet' ? look.fleet.title : look.lastGood?.title
    return title === undefined ? look.kind : `${look.kind} ${title}`
  })
}

const rows: readonly { name: string; steps: readonly Step[]; expected: readonly string[] }[] = [
  {
    name: 'comes with the faults of the newer one, once',
    steps: [{ home: broken, kept: good }, { home: broken }],
    expected: ['invalid one', 'same'],
  },
  {
    name: 'comes while the file is away, once',
    steps: [{ home: away, kept: good }, { home: away }],
    expected: ['unreachable one', 'unreachable'],
  },
  {
    name: 'is no news where it is what is in use',
    steps: [{ home: good, kept: good }, { home: broken }, { home: away }, { home: good }],
    expected: ['fleet one', 'invalid', 'unreachable', 'fleet one'],
  },
  {
    name: 'is news where it is newer than what is in use',
    steps: [
      { home: good, kept: saysJson(fileOf('two')) },
      { home: broken },
      { home: saysJson(fileOf('two')) },
    ],
    expected: ['fleet one', 'invalid two', 'fleet two'],
  },
  {
    name: 'gives way to the file that comes back as it was before',
    steps: [{ home: good, kept: saysJson(fileOf('two')) }, { home: away }, { home: good }, { home: good }],
    expected: ['fleet one', 'unreachable two', 'fleet one', 'same'],
  },
  {
    name: 'is looked for again where it did not come the first time',
    steps: [
      { home: broken, kept: REFUSES },
      { home: broken, kept: HANGS },
      { home: broken, kept: good },
    ],
    expected: ['invalid', 'same', 'same one'],
  },
  {
    name: 'that is faulty itself is none',
    steps: [
      { home: broken, kept: says('{') },
      { home: away, kept: saysJson({}) },
    ],
    expected: ['invalid', 'unreachable'],
  },
  {
    name: 'that is not there is none',
    steps: [{ home: broken, kept: saysJson(fileOf('one'), { status: 404 }) }],
    expected: ['invalid'],
  },
]

describe('the last good one', () => {
  it.each(rows)('$name', async ({ steps, expected }) => {
    expect(await looks(...steps)).toEqual(expected)
  })

  const links: readonly { name: string; link: string; asked: string | null }[] = [
    { name: 'a relative link', link: LINK.link, asked: KEPT },
    { name: 'a whole link, without quotes', link: `<${KEPT}>; rel=predecessor-version`, asked: KEPT },
    { name: 'one of several', link: `</style.css>; rel=preload, ${LINK.link}`, asked: KEPT },
    { name: 'another relation', link: '<fleet.json.old>; rel="latest-version"', asked: null },
    { name: 'another server', link: '<http://evil.test/f.json>; rel="predecessor-version"', asked: null },
    { name: 'no URL', link: '<http://[>; rel="predecessor-version"', asked: null },
  ]
  it.each(links)('is asked for where the file says: $name', async ({ link, asked }) => {
    const ports = handPorts()
    ports.network.on(HOME, says('{', { headers: { link } }))
    const look = fleetFile(HOME, ports).look()
    await ports.clock.advance(seconds(1))
    await look
    expect(ports.network.asked.map(({ url }) => url)).toEqual(asked === null ? [HOME] : [HOME, asked])
  })

  it('is not asked for while the file is good', async () => {
    const ports = handPorts()
    ports.network.on(HOME, saysJson(fileOf('one'), { headers: LINK }))
    const look = fleetFile(HOME, ports).look()
    await ports.clock.advance(seconds(1))
    await look
    expect(ports.network.to(KEPT)).toEqual([])
  })
})
