import { describe, expect, it } from 'vitest'
import { historyBook } from '#src/domain/series/historyBook.ts'
import { seal } from '#src/domain/series/seal.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { BYTES_PER_SERIES } from './driftMemory.ts'
import { packDrifts, readDrifts } from './driftSnapshot.ts'
import { type DriftStore, driftStore } from './driftStore.ts'
import { replayHistory } from './replayHistory.ts'

const START = Date.UTC(2026, 10, 1)
const GAUGE = { kind: 'gauge', limit: 1000 } as const

const leakAt = (t: number): number => 100 + (10 * (t - START)) / hours(1)

const push = (store: DriftStore, from: number, to: number): void => {
  for (let t = from; t < to; t += seconds(30)) {
    store.push('leaks', GAUGE, t, leakAt(t))
    store.push('is still', GAUGE, t, 100)
  }
}

const restored = (bytes: Uint8Array): DriftStore => {
  const store = driftStore()
  const rows = readDrifts(bytes)
  if (rows.ok) for (const [name, row] of rows.value) store.restore(name, row)
  return store
}

describe('what the drift test knows, as bytes', () => {
  it('goes on as if nothing had happened', () => {
    const [whole, before] = [driftStore(), driftStore()]
    push(whole, START, START + hours(30))
    push(before, START, START + hours(20))
    const after = restored(packDrifts(before, [...before.names(), 'nobody']))
    expect([...after.names()]).toEqual(['leaks', 'is still'])
    expect(after.lastAt('leaks')).toBe(START + hours(20) - seconds(30))
    push(after, START + hours(20), START + hours(30))
    for (const name of ['leaks', 'is still'])
      expect(after.assess(name, GAUGE)).toEqual(whole.assess(name, GAUGE))
    expect(after.isDrifting('leaks')).toBe(true)
  })

  it('takes the place of what a series knew', () => {
    const [one, other] = [driftStore(), driftStore()]
    push(one, START, START + hours(1))
    push(other, START + hours(5), START + hours(6))
    const row = one.save('leaks')
    expect(row && other.restore('leaks', row)).toBe(true)
    expect(other.assess('leaks', GAUGE)).toEqual(one.assess('leaks', GAUGE))
    expect(other.restore('leaks', new Uint8Array(BYTES_PER_SERIES - 1))).toBe(false)
    expect([one.save('nobody'), one.lastAt('nobody')]).toEqual([null, null])
  })

  const store = driftStore()
  push(store, START, START + hours(1))
  const packed = packDrifts(store, ['leaks'])
  const changed = (at: number): Uint8Array => {
    const copy = packed.slice()
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  }
  it.each([
    { name: 'damaged', bytes: changed(100), error: { kind: 'damaged' } },
    { name: 'cut short', bytes: packed.slice(0, -1), error: { kind: 'damaged' } },
    { name: 'another version', bytes: changed(3), error: { kind: 'other-version', version: 0 } },
    {
      name: 'of other constants or numbers',
      bytes: seal({ letter: 'D', version: 1 }, new Uint8Array([1, 2, 3, 4])),
      error: { kind: 'other-layout' },
    },
    { name: 'something else', bytes: new Uint8Array(100), error: { kind: 'foreign' } },
  ])('is refused: $name', ({ bytes, error }) => {
    expect(readDrifts(bytes)).toEqual({ ok: false, error })
  })
})

const remembered = () => {
  const book = historyBook()
  for (let t = START; t < START + hours(60); t += minutes(1)) book.remember('leaks', t, leakAt(t))
  const history = book.get('leaks')
  if (history === null) throw new Error('no history')
  return { name: 'leaks', options: GAUGE, history, restarts: [] }
}

describe('a history that is told to the drift test', () => {
  it('makes it find what it would have found', () => {
    const store = driftStore()
    const fed = replayHistory(store, remembered(), START + hours(60))
    // 36 h in steps of three, 21 h 30 min of half an hour, and 2 h 30 min of two minutes.
    expect(fed).toBeGreaterThanOrEqual(12 + 43 + 75)
    expect(fed).toBeLessThan(12 + 43 + 75 + 5)
    expect(store.isDrifting('leaks')).toBe(true)
    expect(store.assess('leaks', GAUGE)?.slopePerHour).toBeCloseTo(10, 0)
  })

  it('tells only what is new, and no bin that is not over', () => {
    const store = driftStore()
    store.push('leaks', GAUGE, START + hours(58), 1)
    expect(replayHistory(store, remembered(), START + hours(59) + minutes(1))).toBe(30)
    expect(store.lastAt('leaks')).toBe(START + hours(59) - minutes(1))
    expect(replayHistory(store, remembered(), START + hours(59) + minutes(1))).toBe(0)
  })

  it('tells restarts where they belong, and those after the last bin', () => {
    const [told, fed] = [driftStore(), driftStore()]
    const restarts = [START + hours(50), START + hours(60) - minutes(1)]
    replayHistory(told, { ...remembered(), restarts }, START + hours(60))
    replayHistory(fed, remembered(), START + hours(60))
    expect(told.assess('leaks', GAUGE)).not.toEqual(fed.assess('leaks', GAUGE))
    const at = START + hours(60) - minutes(1)
    const again = told.assess('leaks', GAUGE)
    told.restart('leaks', at)
    expect(told.assess('leaks', GAUGE)).toEqual(again)
  })
})
