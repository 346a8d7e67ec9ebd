import { describe, expect, it } from 'vitest'
import { verdictJournal } from '#src/domain/journal/verdictJournal.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { health, healthOk } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { type HandStore, handStore } from '#src/engine/testing/handStore.ts'
import { down, journalingRig, type Says, told } from './testing/journalingRig.ts'

/** That it is to be watched. */
const degraded: Says = (pod, at) => health(pod, at, 'degraded')

/** The journal as the next session reads it. */
function readFrom({ records }: HandStore) {
  const journal = verdictJournal()
  journal.loadSeen(records.get('s'))
  for (const [key, value] of records) if (key.startsWith('j/')) journal.load(key.slice(2), value)
  return journal
}

const seenTo = (store: HandStore): number => readFrom(store).seen().at(-1)?.to ?? 0

describe('a journal that is left', () => {
  it('stores how things stand at once', async () => {
    const store = handStore()
    const it = journalingRig(store)
    await it.run(minutes(1), {}, seconds(1))
    await it.run(seconds(3), { 'billing-1': degraded }, seconds(1))
    expect(readFrom(store).at('billing', it.now())).toBeNull()
    it.saveNow(it.watch())
    await it.ports.clock.advance(1)
    expect(seenTo(store)).toBe(it.now() - 1)
    expect(readFrom(store).at('billing', it.now() - 1)?.light).toBe('orange')
  })

  it('waits for no word that it is left where a service becomes red', async () => {
    const store = handStore()
    const it = journalingRig(store)
    await it.run(minutes(1), {}, seconds(1))
    await it.run(seconds(2), { 'billing-1': down }, seconds(1))
    await it.ports.clock.advance(1)
    expect(readFrom(store).at('billing', it.now() - 1)?.light).toBe('red')
  })

  it('stores it once what is stored was read, where it is left before', async () => {
    const store = handStore()
    const it = journalingRig(store)
    await it.run(seconds(2), { 'billing-1': down }, seconds(1))
    it.saveNow(it.watch())
    await it.ports.clock.advance(1)
    expect(store.records.has('j/billing')).toBe(true)
  })

  it('stores it after what is under way', async () => {
    const store = handStore()
    const it = journalingRig(store)
    await it.run(seconds(30), {}, seconds(1))
    const go = store.hold()
    await it.run(seconds(30), {}, seconds(1))
    await it.run(seconds(3), { 'billing-1': down }, seconds(1))
    it.saveNow(it.watch())
    go()
    await it.ports.clock.advance(1)
    expect(readFrom(store).at('billing', it.now() - 1)?.light).toBe('red')
  })

  it('stores nothing a moment after a sleep, in which another worker may have taken over', async () => {
    const store = handStore()
    const it = journalingRig(store)
    await it.run(minutes(1), {}, seconds(1))
    const stored = seenTo(store)
    await it.ports.clock.advance(minutes(5))
    it.saveNow(it.watch())
    await it.ports.clock.advance(1)
    expect(seenTo(store)).toBe(stored)
    await it.run(seconds(30), {}, seconds(1))
    expect(seenTo(store)).toBeGreaterThan(stored)
  })

  it('never says that somebody watched without how it stood then', async () => {
    const store = handStore()
    const it = journalingRig(store)
    const lights = new Map<number, string | undefined>()
    for (let i = 0; i < 60; i++) {
      await it.run(seconds(4), Math.floor(i / 5) % 2 === 0 ? {} : { 'billing-1': down }, seconds(1))
      lights.set(it.now(), it.watch().services.get('billing')?.row?.light)
      const read = readFrom(store)
      const last = read.seen().at(-1)?.to ?? 0
      const known = lights.get(last)
      // A grey of some seconds is a doubt, and is told as what stood before.
      const expected = known === undefined || known === 'unknown' ? read.at('billing', last)?.light : known
      expect(read.at('billing', last)?.light).toBe(expected)
    }
    expect(told(it, 'billing').length).toBeGreaterThan(5)
  })

  it('stores what was told from elsewhere, and reads it', async () => {
    const store = handStore()
    const it = journalingRig(store)
    await it.run(minutes(1))
    const from = it.now() - minutes(60)
    const moment = { at: from, light: 'red' as const, reasons: [], pods: [] }
    it.journal.fill('orders', [moment], [{ from, to: from + minutes(5) }])
    it.saveNow(it.watch())
    await it.ports.clock.advance(1)
    expect(store.records.has('f/orders')).toBe(true)
    const next = journalingRig(store)
    await next.run(seconds(20))
    expect(next.journal.filled()).toEqual([{ from, to: from + minutes(5) }])
    expect(told(next)[0]).toBe('red first')
  })

  it('says anew after a gap how services stand that are asked seldom', async () => {
    const it = journalingRig(null, fleetOf({ orders: 1 }))
    const says = {
      'orders-1': (pod: string, at: number) => ({ ...healthOk(pod, at), freshFor: minutes(30) }),
    }
    await it.run(seconds(5), says)
    await it.ports.clock.advance(minutes(2))
    it.turn()
    expect(told(it)).toEqual(['green first', 'green again'])
    expect(it.journal.at('orders', it.now())?.light).toBe('green')
  })
})
