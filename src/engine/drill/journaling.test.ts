import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { type DurationMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import { health, healthOk, link, refused, signIn } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { createWatch, digestChanges, observe } from '#src/domain/watch/watch.ts'
import { indexedDbStore } from '#src/engine/indexedDbStore.ts'
import type { StorePort } from '#src/engine/ports.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { handStore } from '#src/engine/testing/handStore.ts'
import { journaling } from './journaling.ts'
import { thenOf } from './thenOf.ts'

const HOME = 'http://home.test/fleet.json'
const FLEET = fleetOf({ orders: { pods: 2, dependsOn: ['billing'] }, billing: 1 })

type Says = (pod: string, at: number) => ProbeEnded

/** A watch of two services whose pods say what the test wants, every five seconds, and its journal. */
function rig(store: StorePort | null, fleet = FLEET) {
  const ports = { ...handPorts(), store }
  const kept = journaling(HOME, ports)
  let watch = createWatch(fleet)

  const turn = (): void => {
    digestChanges(watch, ports.now())
    kept.turn(watch)
  }
  return {
    ...kept,
    ports,
    turn,
    now: () => ports.now(),
    watch: () => watch,
    adopt(next: typeof fleet) {
      watch = createWatch(next, watch)
      turn()
    },
    /** Lets time pass; a pod that is not named says that it is well. */
    async run(duration: DurationMs, says: Readonly<Record<string, Says>> = {}) {
      for (let left = duration; left > 0; left -= seconds(5)) {
        await ports.clock.advance(seconds(5))
        for (const { pods } of watch.fleet.services) {
          for (const { name } of pods)
            observe(watch, (says[name] ?? healthOk)(name, ports.now()), ports.now())
        }
        turn()
      }
    },
  }
}

const down: Says = (pod, at) => health(pod, at, 'down')

const told = (it: ReturnType<typeof rig>, service = 'orders'): string[] =>
  it.journal.between(service, -Infinity, Infinity).map(({ moment, turn }) => `${moment.light} ${turn}`)

describe('journaling', () => {
  it('notes how services stand while they are watched', async () => {
    const it = rig(null)
    await it.run(minutes(2))
    await it.run(minutes(2), { 'billing-1': down })
    await it.run(minutes(2))
    expect(told(it, 'billing')).toEqual(['green first', 'red red', 'green recovered'])
    const at = it.journal.between('billing', -Infinity, Infinity)[1]?.from ?? 0
    expect(it.journal.at('billing', at)?.reasons).toMatchObject([{ kind: 'health', pods: ['billing-1'] }])
  })

  it('takes the time in which this browser is blind for one in which nobody watched', async () => {
    const it = rig(null)
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
    const it = rig(null)
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
    const it = rig(null)
    await it.run(minutes(1))
    await it.run(minutes(3), { 'orders-1': says })
    expect(it.graveyard.ofService('orders')).toEqual([])
  })

  it('does not keep a pod that was never read', async () => {
    const it = rig(null)
    await it.run(minutes(3), { 'orders-1': refused })
    it.adopt(fleetOf({ billing: 1 }))
    expect(it.graveyard.ofService('orders').map(({ pod }) => pod)).toEqual(['orders-2'])
  })

  it('keeps what a pod said that the fleet names no more, and ends the journal of its service', async () => {
    const it = rig(null)
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
    const one = rig(store)
    await one.run(minutes(2))
    await one.run(minutes(3), { 'orders-2': refused })
    const another = rig(store)
    await another.ports.clock.advance(minutes(9))
    await another.run(seconds(20), { 'orders-2': refused })
    // A real database answers when it likes.
    await vi.waitFor(() => expect(told(another)).toEqual(told(one)))
    expect(another.graveyard.of('orders', 'orders-2')).toEqual(one.graveyard.of('orders', 'orders-2'))
    expect(told(another).length).toBeGreaterThan(1)
  })

  it('writes what is new some seconds later, and nothing while nothing is', async () => {
    const store = handStore()
    const it = rig(store)
    await it.run(minutes(1))
    expect([...store.records.keys()].toSorted()).toEqual(['j/billing', 'j/orders', 's'])
    store.records.clear()
    await it.run(minutes(3))
    expect(store.records.size).toBe(0)
    await it.run(minutes(3))
    expect([...store.records.keys()]).toEqual(['s'])
    expect(store.opened).toEqual(['morning-check journal of http://home.test/fleet.json'])
  })

  it.each(['open', 'read', 'write'] as const)(
    'watches on where the store fails to %s, and writes it all later',
    async (what) => {
      const store = handStore()
      store.fail(what, { kind: 'lost', detail: 'closed' })
      const it = rig(store)
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
    const it = rig(store)
    await it.run(minutes(1))
    expect(told(it)).toEqual(['green first'])
  })

  it('writes what is left when it is stopped', async () => {
    const store = handStore()
    const it = rig(store)
    await it.run(seconds(20))
    store.records.clear()
    await it.run(seconds(5), { 'orders-1': down })
    await it.run(seconds(5), { 'orders-1': down })
    it.stop()
    await it.ports.clock.advance(0)
    expect(store.records.has('j/orders')).toBe(true)
  })
})

describe('thenOf', () => {
  it('tells how a service stood, and what changed around it, in what it needs too', async () => {
    const it = rig(null)
    await it.run(minutes(2))
    const good = it.now()
    await it.run(minutes(2), { 'billing-1': down })
    const bad = it.now()
    await it.run(minutes(2))
    const then = thenOf(it.watch(), it.journal, 'orders', good)
    expect(then).toMatchObject({ at: good, moment: { light: 'green' } })
    const needed = then?.around.filter(({ service }) => service === 'billing')
    expect(needed?.map((one) => (one.kind === 'light' ? one.moment.light : one.kind))).toEqual([
      'red',
      'green',
    ])
    expect(then?.around.map(({ at }) => at)).toEqual(
      then?.around.map(({ at }) => at).toSorted((a, b) => a - b),
    )
    expect(then?.past?.[0]?.light).toBe('green')
    expect(thenOf(it.watch(), it.journal, 'billing', bad)?.moment?.light).toBe('red')
    expect(thenOf(it.watch(), it.journal, 'billing', bad)?.turns?.length).toBeGreaterThan(1)
  })

  it('tells of starts and values, and nothing of what nobody watched', async () => {
    const it = rig(null)
    await it.run(minutes(1))
    const at = it.now()
    it.watch().memory.histories.remember('orders\norders-1\nmemory', at, 7)
    it.watch().memory.histories.backfill('orders\norders-1\nmemory', at - hours(5), 5, minutes(1))
    it.watch().memory.marks.noteStarts('orders', 'orders-1', [
      { at: at - hours(2), version: '1' },
      { at: at - minutes(10), version: '2' },
    ])
    const then = thenOf(it.watch(), it.journal, 'orders', at)
    expect(then?.values).toEqual([{ pod: 'orders-1', signal: 'memory', value: 7 }])
    expect(then?.around).toContainEqual({
      kind: 'deploy',
      at: at - minutes(10),
      service: 'orders',
      pod: 'orders-1',
      version: '2',
    })
    expect(thenOf(it.watch(), it.journal, 'orders', at - hours(5))).toMatchObject({
      moment: null,
      around: [],
      values: [{ pod: 'orders-1', signal: 'memory', value: 5 }],
    })
    expect(thenOf(it.watch(), it.journal, 'nobody', at)).toBeNull()
  })
})
