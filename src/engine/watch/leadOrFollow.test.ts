import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Beat, ToPage, ToWorker } from '#src/engine/protocol.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { type HandBrowser, handBrowser, type HandWorker } from '#src/engine/testing/handSharing.ts'
import { type HandPorts, handPorts } from '#src/engine/testing/handPorts.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy, REFUSES, saysJson } from '#src/engine/testing/reply.ts'
import { EMPTY_VIEW, heard, type PageView } from '#src/engine/testing/watchRig.ts'
import type { Line } from './hub.ts'
import { leadOrFollow } from './leadOrFollow.ts'

const HELLO: ToWorker = { kind: 'hello', fleetUrl: HOME }
const POD = 'http://orders-1.test/'
const FLEET = { services: [{ name: 'orders', url: 'http://orders-1.test' }], endpoints: HEALTH_ONLY }

/** A tab: its worker, and a page that answers beats as the client does. */
type Tab = {
  readonly worker: HandWorker
  readonly got: ToPage[]
  readonly ask: (message: ToWorker) => void
  readonly view: () => PageView
  readonly light: () => Light | undefined
  /** How old the newest proof is that somebody watches, in ms. */
  readonly silence: () => number
}

type World = { readonly ports: HandPorts; readonly browser: HandBrowser; readonly tab: (name: string) => Tab }

function world(): World {
  const ports = handPorts()
  const browser = handBrowser(ports.clock)
  ports.network.on(HOME, saysJson(FLEET))
  ports.network.on(POD, healthy())
  const tab = (name: string): Tab => {
    const worker = browser.worker(name)
    const post = leadOrFollow(worker.ports(ports), worker.sharing)
    const got: ToPage[] = []
    const ask = (message: ToWorker): void => worker.run(() => post.receive(line, message))
    const line: Line = {
      send: (message) =>
        worker.run(() => {
          got.push(message)
          if (message.kind === 'beat') ask({ kind: 'heard' })
        }),
    }
    const view = (): PageView => got.reduce(heard, EMPTY_VIEW)
    return {
      worker,
      got,
      ask,
      view,
      light: () => view().rows.get('orders')?.light,
      silence: () => ports.now() - (got.findLast((one): one is Beat => one.kind === 'beat')?.at ?? 0),
    }
  }
  return { ports, browser, tab }
}

async function twoTabs(): Promise<World & { readonly a: Tab; readonly b: Tab }> {
  const made = world()
  const [a, b] = [made.tab('A'), made.tab('B')]
  for (const one of [a, b]) {
    one.ask(HELLO)
    await made.ports.clock.advance(seconds(8))
  }
  return { ...made, a, b }
}

/** The numbers of the questions that were answered with something, in order. */
const answersTo = ({ got }: Tab): readonly number[] =>
  got.flatMap((message) => (message.kind === 'answer' && message.answer.found !== null ? [message.id] : []))

const freeze = async ({ ports }: World, tab: Tab, duration: number): Promise<void> => {
  tab.worker.freeze()
  await ports.clock.advance(duration)
  tab.worker.thaw()
  await ports.clock.advance(seconds(6))
}

describe('leadOrFollow', () => {
  it('polls once for two tabs, and both see it', async () => {
    const alone = world()
    alone.tab('A').ask(HELLO)
    await alone.ports.clock.advance(seconds(16))
    const { ports, a, b } = await twoTabs()
    expect(ports.network.to(POD).length).toBe(alone.ports.network.to(POD).length)
    expect([a.light(), b.light()]).toEqual(['green', 'green'])
    expect(b.silence()).toBeLessThanOrEqual(seconds(1))
  })

  it('answers what is asked before anybody leads', async () => {
    const { ports, tab } = world()
    const a = tab('A')
    a.ask(HELLO)
    a.ask({ kind: 'ask', id: 7, question: { about: 'policies' } })
    expect(answersTo(a)).toEqual([])
    await ports.clock.advance(seconds(2))
    expect(answersTo(a)).toEqual([7])
  })

  it('answers what its leader was asked and did not live to answer', async () => {
    const { ports, a, b } = await twoTabs()
    a.worker.freeze()
    b.ask({ kind: 'ask', id: 8, question: { about: 'policies' } })
    await ports.clock.advance(seconds(8))
    expect(answersTo(b)).toEqual([8])
  })

  it('answers what its own page asked it before the lead was stolen', async () => {
    const made = world()
    const { ports } = made
    const [a, b] = [made.tab('A'), made.tab('B')]
    // Its fleet is not known yet, and so the question waits.
    ports.network.on(HOME, HANGS)
    a.ask(HELLO)
    b.ask(HELLO)
    await ports.clock.advance(seconds(2))
    a.ask({ kind: 'ask', id: 9, question: { about: 'policies' } })
    ports.network.on(HOME, saysJson(FLEET))
    await freeze(made, a, seconds(6))
    await ports.clock.advance(seconds(5))
    expect(answersTo(a)).toEqual([9])
    // Nobody is asked again what was answered.
    await freeze(made, b, seconds(6))
    expect(answersTo(a)).toEqual([9])
  })

  it('hands over at once when the leader ends', async () => {
    const { ports, a, b } = await twoTabs()
    a.worker.end()
    await ports.clock.advance(seconds(3))
    const asked = ports.network.to(POD).length
    expect(b.silence()).toBeLessThanOrEqual(seconds(1))
    await ports.clock.advance(seconds(12))
    expect(ports.network.to(POD).length - asked).toBeGreaterThanOrEqual(2)
    expect(b.light()).toBe('green')
  })

  it('steals from a leader that freezes, and is not told by its return', async () => {
    const { ports, a, b } = await twoTabs()
    a.worker.freeze()
    await ports.clock.advance(seconds(6))
    expect(b.silence()).toBeLessThanOrEqual(seconds(1))
    a.worker.thaw()
    await ports.clock.advance(seconds(20))
    const from = ports.monotonic()
    await ports.clock.advance(minutes(1))
    const asked = ports.network.to(POD).filter(({ at }) => at >= from)
    expect(asked.length).toBeLessThanOrEqual(13)
    expect([a.light(), b.light()]).toEqual(['green', 'green'])
  })

  it('tells a follower of the leader that it followed before, after the lead came back to it', async () => {
    const made = await twoTabs()
    const { ports, a, b } = made
    await freeze(made, a, seconds(6))
    await freeze(made, b, seconds(6))
    for (const tab of [a, b]) expect(tab.silence()).toBeLessThanOrEqual(seconds(1))
    ports.network.on(POD, REFUSES)
    await ports.clock.advance(minutes(1))
    expect([a.light(), b.light()]).toEqual(['red', 'red'])
  })

  it('takes a follower up again that was frozen for longer than it is waited for', async () => {
    const made = await twoTabs()
    const { ports, b } = made
    b.worker.freeze()
    await ports.clock.advance(minutes(5))
    const before = b.got.length
    b.worker.thaw()
    // What had come in meanwhile is a minute's worth, and the first sign of life brings the whole.
    expect(b.got.length - before).toBeLessThan(200)
    b.ask(HELLO)
    await ports.clock.advance(seconds(1))
    expect(b.got.slice(before).some((one) => one.kind === 'digest' && one.full)).toBe(true)
    expect(b.silence()).toBeLessThanOrEqual(seconds(1))
  })

  it('answers a follower its own questions only', async () => {
    const { ports, a, b } = await twoTabs()
    b.ask({ kind: 'ask', id: 4, question: { about: 'service', service: 'orders' } })
    await ports.clock.advance(10)
    expect(b.got.at(-1)).toMatchObject({ kind: 'answer', id: 4, answer: { found: { name: 'orders' } } })
    expect(a.got.some(({ kind }) => kind === 'answer')).toBe(false)
  })

  it('keeps nothing of tabs that came and went, with a word or without', async () => {
    const { ports, browser, tab } = await twoTabs()
    const before = browser.channels()
    for (let i = 0; i < 10; i++) {
      const guest = tab(`guest-${i}`)
      guest.ask(HELLO)
      await ports.clock.advance(seconds(2))
      if (i % 2 === 0) guest.ask({ kind: 'bye' })
      await ports.clock.advance(10)
      guest.worker.end()
    }
    await ports.clock.advance(minutes(2))
    expect(browser.channels()).toBe(before)
  })

  it('polls for itself where nothing can be shared', async () => {
    const { ports } = world()
    const got: ToPage[] = []
    leadOrFollow(ports, null).receive({ send: (message) => got.push(message) }, HELLO)
    await ports.clock.advance(seconds(3))
    expect(got.reduce(heard, EMPTY_VIEW).rows.get('orders')?.light).toBe('green')
  })
})
