import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { healthOk, link, refused, signIn } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { observe } from '#src/domain/watch/watch.ts'
import { indexedDbStore } from '#src/engine/indexedDbStore.ts'
import { handStore } from '#src/engine/testing/handStore.ts'
import { down, FLEET, journalingRig, told } from './testing/journalingRig.ts'

describe('journaling', () => {
  it('notes how services stand while they are watched', async () => {
    const it = journalingRig(null)
    await it.run(minutes(2))
    await it.run(minutes(2), { 'billing-1': down })
    await it.run(minutes(2))
    expect(told(it, 'billing')).toEqual(['green first', 'red red', 'green recovered'])
    const at = it.journal.between('billing', -Infinity, Infinity)[1]?.from ?? 0
    expect(it.journal.at('billing', at)?.reasons).toMatchObject([{ kind: 'health', pods: ['billing-1'] }])
  })

  it('takes the time in which this browser is blind for one in which nobody watched', async () => {
    const it = journalingRig(null)
    await it.run(minutes(2))
    const before = it.now()
    observe(it.watch(), link('offline', it.now()), it.now())
    await it.run(minutes(20), { 'orders-1': refused, 'orders-2': refused, 'billing-1': refused })
    expect(it.watch().blind).not.toBeNull()
    observe(it.watch(), link('up', it.now()), it.now())
    await it.run(minutes(2))
    expect(it.journal.at('orders', before + minutes(10))).toBeNull()
    expect(told(it)).toEqual(['green first', 'green again'])
    expect(it.graveyard.ofService('orders')).toEqual([])
  })

  it('keeps what a pod said that has fallen silent, until it is back', async () => {
    const it = journalingRig(null)
    await it.run(minutes(2))
    const lastSeen = it.now()
    await it.run(minutes(1), { 'orders-2': refused })
    expect(it.graveyard.of('orders', 'orders-2')).toBeNull()
    await it.run(seconds(10), { 'orders-2': refused })
    const stone = it.graveyard.of('orders', 'orders-2')
    expect(stone).toMatchObject({
      why: 'silent',
      lastSeen,
      missedAt: lastSeen + seconds(5),
      health: { state: 'ok' },
    })
    await it.run(minutes(5), { 'orders-2': refused })
    expect(it.graveyard.of('orders', 'orders-2')).toBe(stone)
    await it.run(seconds(5))
    expect(it.graveyard.of('orders', 'orders-2')).toBeNull()
  })

  it.each([
    { name: 'says that it is down', says: down },
    { name: 'wants a sign-in', says: signIn },
  ])('does not take a pod for gone that $name', async ({ says }) => {
    const it = journalingRig(null)
    await it.run(minutes(1))
    await it.run(minutes(3), { 'orders-1': says })
    expect(it.graveyard.ofService('orders')).toEqual([])
  })

  it('does not keep a pod that was never read', async () => {
    const it = journalingRig(null)
    await it.run(minutes(3), { 'orders-1': refused })
    it.adopt(fleetOf({ billing: 1 }))
    expect(it.graveyard.ofService('orders').map(({ pod }) => pod)).toEqual(['orders-2'])
  })

  it('keeps what a pod said that the fleet names no more, and ends the journal of its service', async () => {
    const it = journalingRig(null)
    await it.run(minutes(2))
    const [seen, gone] = [it.now(), it.now() + minutes(1)]
    it.adopt(fleetOf({ billing: 1 }))
    expect(it.graveyard.of('orders', 'orders-1')).toMatchObject({ why: 'removed', missedAt: seen })
    await it.run(minutes(2))
    expect(it.journal.at('orders', seen - 1)?.light).toBe('green')
    expect(it.journal.at('orders', gone)).toBeNull()
    expect(it.journal.at('billing', gone)?.light).toBe('green')
    it.adopt(FLEET)
    await it.run(minutes(1))
    expect(it.graveyard.ofService('orders')).toEqual([])
    expect(it.journal.at('orders', it.now())?.light).toBe('green')
  })

  it('goes on in the next session where it was, in a real database', async () => {
    const store = indexedDbStore()
    const one = journalingRig(store)
    await one.run(minutes(2))
    await one.run(minutes(3), { 'orders-2': refused })
    const another = journalingRig(store)
    await another.ports.clock.advance(minutes(5))
    await another.run(seconds(20), { 'orders-2': refused })
    // A real database answers when it likes.
    await vi.waitFor(() => expect(told(another)).toEqual(told(one)))
    expect(another.graveyard.of('orders', 'orders-2')).toEqual(one.graveyard.of('orders', 'orders-2'))
    expect(told(another).length).toBeGreaterThan(1)
  })

  it('is known to be read once it was, or where it cannot be', async () => {
    const stored = handStore()
    await journalingRig(stored).run(minutes(1))
    const again = journalingRig(stored)
    const reads = again.whenRead()
    await again.run(seconds(5))
    await reads
    expect(told(again).length).toBeGreaterThan(0)
    await journalingRig(null).whenRead()
    const stuck = journalingRig({ ...handStore(), open: () => new Promise(() => {}) })
    const waits = stuck.whenRead()
    await stuck.run(seconds(20))
    await waits
    expect(told(stuck)).toEqual(['green first'])
  })

  it('writes what is new some seconds later, and nothing while nothing is', async () => {
    const store = handStore()
    const it = journalingRig(store)
    await it.run(minutes(1))
    expect([...store.records.keys()].toSorted()).toEqual(['j/billing', 'j/orders', 's'])
    store.records.clear()
    await it.run(seconds(10))
    expect(store.records.size).toBe(0)
    await it.run(seconds(20))
    expect([...store.records.keys()]).toEqual(['s'])
    expect(store.opened).toEqual(['morning-check journal 1 of http://home.test/fleet.json'])
  })

  it.each(['open', 'read', 'write'] as const)(
    'watches on where the store fails to %s, and writes it all later',
    async (what) => {
      const store = handStore()
      store.fail(what, { kind: 'lost', detail: 'closed' })
      const it = journalingRig(store)
      await it.run(minutes(3))
      expect(told(it)).toEqual(['green first'])
      expect(store.records.size).toBe(0)
      store.fail(what, null)
      await it.run(minutes(30))
      expect([...store.records.keys()].toSorted()).toEqual(['j/billing', 'j/orders', 's'])
    },
  )

  it('reads over what it cannot read', async () => {
    const store = handStore()
    store.records.set('s', 'nonsense').set('j/orders', [1]).set('t/orders', null).set('x', 1)
    const it = journalingRig(store)
    await it.run(minutes(1))
    expect(told(it)).toEqual(['green first'])
  })

  it('writes nothing more when it is stopped: another worker has taken over, and knows more', async () => {
    const store = handStore()
    const it = journalingRig(store)
    await it.run(minutes(1))
    store.records.clear()
    await it.run(seconds(4), { 'orders-1': down }, seconds(1))
    it.stop()
    await it.ports.clock.advance(minutes(1))
    expect(told(it).at(-1)).toBe('orange worse')
    expect(store.records.has('j/orders')).toBe(false)
  })

  it('writes nothing for some seconds after a sleep, in which another worker may have taken over', async () => {
    const store = handStore()
    const it = journalingRig(store)
    await it.run(minutes(1), {}, seconds(1))
    await it.run(seconds(4), { 'orders-1': down }, seconds(1))
    store.records.clear()
    await it.ports.clock.advance(minutes(2))
    await it.run(seconds(3), {}, seconds(1))
    expect(store.records.size).toBe(0)
    await it.run(seconds(10), {}, seconds(1))
    expect(store.records.has('j/orders')).toBe(true)
  })

  it('tells nothing of a sleep of a minute, and how things stand from then on', async () => {
    // What is said of pods that are asked seldom holds for longer than the sleep.
    const it = journalingRig(null, fleetOf({ orders: 1 }))
    const says = { 'orders-1': (pod: string, at: number) => ({ ...healthOk(pod, at), freshFor: minutes(3) }) }
    await it.run(minutes(2), says)
    const asleep = it.now()
    await it.ports.clock.advance(minutes(1))
    await it.run(minutes(1), says)
    expect(told(it)).toEqual(['green first', 'green again'])
    expect(it.journal.at('orders', asleep + seconds(30))).toBeNull()
    expect(it.journal.at('orders', asleep + seconds(90))?.light).toBe('green')
  })

  it('takes the shortest time in which this browser is blind for a gap', async () => {
    const it = journalingRig(null)
    await it.run(minutes(2))
    observe(it.watch(), link('offline', it.now()), it.now())
    it.turn()
    observe(it.watch(), link('up', it.now()), it.now())
    await it.run(minutes(2))
    expect(told(it)).toEqual(['green first', 'green again'])
  })
})
