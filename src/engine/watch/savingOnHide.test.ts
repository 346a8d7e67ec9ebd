import { describe, expect, it } from 'vitest'
import { binsBetween } from '#src/domain/series/binRing.ts'
import { type HistoryBook, historyBook, seriesName } from '#src/domain/series/historyBook.ts'
import { lightBook } from '#src/domain/series/lightBook.ts'
import { markBook } from '#src/domain/series/markBook.ts'
import { driftStore } from '#src/domain/slope/driftStore.ts'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { createWatch, digestChanges } from '#src/domain/watch/watch.ts'
import { pastLine } from '#src/engine/drill/pastLine.ts'
import { historyKeeper } from '#src/engine/history/historyKeeper.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { type HandStore, handStore } from '#src/engine/testing/handStore.ts'
import { remembering } from './remembering.ts'

const SERIES = seriesName('orders', 'orders-1', 'memory')

/** A session with one series, which turns once a second. */
function session(store: HandStore) {
  const ports = { ...handPorts(), store }
  const watch = createWatch(fleetOf({ orders: 1 }))
  const past = remembering(HOME, ports, () => undefined, pastLine())
  return {
    ports,
    watch,
    past,
    told: () => binsTold(watch.memory.histories),
    async run(duration: number) {
      for (let left = duration; left > 0; left -= seconds(1)) {
        await ports.clock.advance(seconds(1))
        watch.memory.histories.remember(SERIES, ports.now(), 7)
        digestChanges(watch, ports.now())
        past.turn(watch)
      }
    },
    /** So that the time is so much after a full hour. */
    async runTo(afterHour: number) {
      const next = Math.ceil((ports.now() + minutes(3)) / hours(1)) * hours(1)
      await ports.clock.advance(next - minutes(3) - ports.now())
      await this.run(next + afterHour - ports.now())
    },
  }
}

/** The fine bins of a series as text: when each begins, and how much it holds. */
function binsTold(histories: HistoryBook): string[] {
  const history = histories.get(SERIES)
  return history === null
    ? []
    : binsBetween(history.fine, 0, Infinity).map(({ t, count }) => `${t}: ${count}`)
}

/** The same as another session reads them. */
async function storedIn(store: HandStore, now: EpochMs): Promise<string[]> {
  const keeper = historyKeeper(store, HOME, () => undefined)
  const kept = { histories: historyBook(), drifts: driftStore(), marks: markBook(), lights: lightBook() }
  await keeper.load(kept, { wants: () => true, slope: () => null }, now)
  return binsTold(kept.histories)
}

describe('what is remembered, when the page is hidden', () => {
  it('is stored at once', async () => {
    const store = handStore()
    const it = session(store)
    await it.runTo(minutes(10) + seconds(30))
    store.records.clear()
    it.past.saveNow(it.watch)
    await it.ports.clock.advance(1)
    expect([...store.records.keys()].some((key) => key.startsWith('minute/'))).toBe(true)
  })

  it('is not stored again within five seconds', async () => {
    const store = handStore()
    const it = session(store)
    await it.runTo(minutes(10) + seconds(30))
    it.past.saveNow(it.watch)
    await it.run(seconds(4))
    store.records.clear()
    it.past.saveNow(it.watch)
    await it.ports.clock.advance(1)
    expect(store.records.size).toBe(0)
  })

  it('keeps the minute before the hour, where the worker ends right after the first record', async () => {
    const store = handStore()
    const it = session(store)
    await it.runTo(seconds(5))
    const before = new Map(store.records)
    it.past.saveNow(it.watch)
    await it.ports.clock.advance(1)
    const ended = handStore()
    for (const [key, value] of before) ended.records.set(key, value)
    for (const [key, value] of store.records) if (key.startsWith('minute/')) ended.records.set(key, value)
    const stored = await storedIn(ended, it.ports.now())
    expect(stored).toEqual(it.told().slice(-stored.length))
    expect(stored).toHaveLength(3)
  })

  it('is not written over what another worker stored while this one slept', async () => {
    const store = handStore()
    const it = session(store)
    await it.runTo(minutes(10))
    store.records.clear()
    await it.ports.clock.advance(minutes(20))
    it.past.saveNow(it.watch)
    await it.run(seconds(4))
    it.past.saveNow(it.watch)
    await it.ports.clock.advance(1)
    expect(store.records.size).toBe(0)
    await it.run(seconds(10))
    expect(store.records.size).toBeGreaterThan(0)
  })
})
