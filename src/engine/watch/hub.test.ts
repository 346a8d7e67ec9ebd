import { describe, expect, it, vi } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { ToPage, ToWorker } from '#src/engine/protocol.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { type HandPorts, handPorts } from '#src/engine/testing/handPorts.ts'
import { handStore } from '#src/engine/testing/handStore.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { healthy, saysJson } from '#src/engine/testing/reply.ts'
import { EMPTY_VIEW, heard, type PageView } from '#src/engine/testing/watchRig.ts'
import { type Hub, hub, type Line } from './hub.ts'

const HELLO: ToWorker = { kind: 'hello', fleetUrl: HOME }

type Page = Line & { readonly got: ToPage[]; readonly view: () => PageView }

/** A page's end of a line, which keeps all that it is sent. */
function page(): Page {
  const got: ToPage[] = []
  return { got, send: (message) => got.push(message), view: () => got.reduce(heard, EMPTY_VIEW) }
}

function rig(own: Partial<HandPorts> = {}): { ports: HandPorts; shared: Hub } {
  const ports = { ...handPorts(), ...own }
  const services = [{ name: 'orders', url: 'http://orders-1.test' }]
  ports.network.on(HOME, saysJson({ services, endpoints: HEALTH_ONLY }))
  ports.network.on('http://orders-1.test/', healthy())
  return { ports, shared: hub(ports) }
}

describe('hub', () => {
  it('asks nothing before the first page says hello', async () => {
    const { ports } = rig()
    await ports.clock.advance(minutes(1))
    expect(ports.network.asked).toEqual([])
  })

  it('tells the first page at once that the fleet file is being read, then what is seen', async () => {
    const { ports, shared } = rig()
    const first = page()
    shared.receive(first, HELLO)
    expect(first.got).toEqual([
      { kind: 'beat', at: ports.now(), holdsUntil: null, fault: null },
      { kind: 'fleet-file', state: { kind: 'loading', url: HOME } },
    ])
    await ports.clock.advance(seconds(3))
    expect(first.view().rows.get('orders')?.light).toBe('green')
  })

  it('gives a second page all that is known at once, and sends no second poll for it', async () => {
    const alone = rig()
    const together = rig()
    for (const { ports, shared } of [alone, together]) {
      shared.receive(page(), HELLO)
      await ports.clock.advance(seconds(20))
    }
    const second = page()
    together.shared.receive(second, HELLO)
    expect(second.got.map(({ kind }) => kind)).toEqual(['beat', 'fleet-file', 'digest', 'past'])
    expect(second.view()).toMatchObject({ strip: { light: 'green' }, file: { kind: 'good' } })
    for (const { ports } of [alone, together]) await ports.clock.advance(minutes(1))
    expect(together.ports.network.asked).toEqual(alone.ports.network.asked)
  })

  it('tells every page the same from then on', async () => {
    const { ports, shared } = rig()
    const pages = [page(), page()]
    for (const one of pages) shared.receive(one, HELLO)
    await ports.clock.advance(seconds(20))
    const [first, second] = pages.map((one) => one.view())
    expect(first?.rows.size).toBe(1)
    expect(first).toEqual(second)
  })

  it('sends nothing any more to a page that said bye; the others go on, and so does the polling', async () => {
    const { ports, shared } = rig()
    const [stays, leaves] = [page(), page()]
    shared.receive(stays, HELLO)
    shared.receive(leaves, HELLO)
    await ports.clock.advance(seconds(10))
    shared.receive(leaves, { kind: 'bye' })
    const before = [stays.got.length, leaves.got.length]
    await ports.clock.advance(seconds(20))
    expect(leaves.got.length).toBe(before[1])
    expect(stays.got.length).toBeGreaterThan(before[0] ?? 0)
  })

  it('answers a page that says hello again with a fresh start, and counts it once', async () => {
    const { ports, shared } = rig()
    const one = page()
    shared.receive(one, HELLO)
    await ports.clock.advance(seconds(10))
    const known = one.got.length
    shared.receive(one, HELLO)
    // Tickets, which come in a chunk of their own, may be told behind it.
    const fresh = one.got.slice(known).filter(({ kind }) => kind !== 'board')
    expect(fresh.map(({ kind }) => kind)).toEqual(['beat', 'fleet-file', 'digest', 'past'])
    const other = page()
    shared.receive(other, HELLO)
    const before = [one.got.length, other.got.length]
    await ports.clock.advance(seconds(20))
    expect(one.got.length - (before[0] ?? 0)).toBe(other.got.length - (before[1] ?? 0))
  })

  it('answers a question about a service to the page that asked, under its number', async () => {
    const { ports, shared } = rig()
    const [asks, other] = [page(), page()]
    shared.receive(asks, { kind: 'ask', id: 1, question: { about: 'service', service: 'orders' } })
    expect(asks.got).toEqual([{ kind: 'answer', id: 1, answer: { about: 'service', found: null } }])
    shared.receive(asks, HELLO)
    shared.receive(other, HELLO)
    await ports.clock.advance(seconds(10))
    shared.receive(asks, { kind: 'ask', id: 7, question: { about: 'service', service: 'orders' } })
    shared.receive(asks, { kind: 'ask', id: 8, question: { about: 'service', service: 'ledger' } })
    expect(asks.got.slice(-2)).toMatchObject([
      { kind: 'answer', id: 7, answer: { found: { name: 'orders', pods: [{ name: 'orders' }] } } },
      { kind: 'answer', id: 8, answer: { found: null } },
    ])
    expect(other.got.some(({ kind }) => kind === 'answer')).toBe(false)
  })

  it('stores what is known when a page is hidden, which may be the last of it', async () => {
    const store = handStore()
    const { ports, shared } = rig({ store })
    const one = page()
    shared.receive(one, HELLO)
    // What writes it down comes in a chunk of its own, when it likes.
    await import('#src/engine/drill/drillOf.ts')
    await vi.waitFor(async () => {
      await ports.clock.advance(seconds(10))
      expect(store.records.has('j/orders')).toBe(true)
    })
    store.records.clear()
    shared.receive(one, { kind: 'hide' })
    await ports.clock.advance(1)
    expect(store.records.has('s')).toBe(true)
    shared.stop()
  })

  it('ends with stop, and begins anew with the next hello', async () => {
    const { ports, shared } = rig()
    const one = page()
    shared.receive(one, HELLO)
    await ports.clock.advance(seconds(10))
    shared.stop()
    const before = [one.got.length, ports.network.asked.length]
    await ports.clock.advance(minutes(1))
    expect([one.got.length, ports.network.asked.length]).toEqual(before)
    shared.receive(one, HELLO)
    await ports.clock.advance(seconds(3))
    expect(one.view().rows.get('orders')?.light).toBe('green')
  })
})
