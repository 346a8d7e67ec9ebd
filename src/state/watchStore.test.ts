import { describe, expect, it } from 'vitest'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Beat, ToPage } from '#src/engine/protocol.ts'
import { NOW, sampleRow, sampleStrip } from './testing/sampleRow.ts'
import { createWatchStore, receive, stall, type WatchStore } from './watchStore.ts'

type Digest = Extract<ToPage, { kind: 'digest' }>

function digest(rows: readonly ServiceRow[], own: Partial<Digest> = {}): Digest {
  return { kind: 'digest', full: false, rows, gone: [], strip: sampleStrip(rows), ...own }
}

const beat = (at: number, own: Partial<Beat> = {}): Beat => ({
  kind: 'beat',
  at,
  holdsUntil: Number.POSITIVE_INFINITY,
  fault: null,
  ...own,
})

function storeWith(...rows: readonly ServiceRow[]): WatchStore {
  const store = createWatchStore(null)
  receive(store, beat(NOW), NOW)
  receive(store, digest(rows, { full: true }), NOW)
  return store
}

const lights = (store: WatchStore): Record<string, string> =>
  Object.fromEntries([...store.getState().rows].map(([name, { light }]) => [name, light]))

describe('receive', () => {
  it('puts changed rows in the place of the old ones and keeps the others as they are', () => {
    const store = storeWith(sampleRow('orders'), sampleRow('billing'))
    const billing = store.getState().rows.get('billing')
    receive(store, digest([sampleRow('orders', 'red')]), NOW + 1000)
    expect(lights(store)).toEqual({ orders: 'red', billing: 'green' })
    expect(store.getState().rows.get('billing')).toBe(billing)
    receive(store, beat(NOW + 1000), NOW + 1000)
    expect(store.getState().heardAt).toBe(NOW + 1000)
  })

  it('takes rows out that are gone', () => {
    const store = storeWith(sampleRow('orders'), sampleRow('billing'))
    receive(store, digest([], { gone: ['orders'] }), NOW)
    expect(lights(store)).toEqual({ billing: 'green' })
  })

  it('forgets everything else at a full digest', () => {
    const store = storeWith(sampleRow('orders'), sampleRow('billing'))
    receive(store, digest([sampleRow('mailer')], { full: true }), NOW)
    expect(lights(store)).toEqual({ mailer: 'green' })
  })

  it('keeps what broke off the work of the watch, for as long as it says so', () => {
    const store = storeWith(sampleRow('orders'))
    receive(store, beat(NOW, { fault: 'rows of undefined' }), NOW)
    expect(store.getState()).toMatchObject({ source: 'live', fault: 'rows of undefined' })
    receive(store, beat(NOW), NOW)
    expect(store.getState().fault).toBeNull()
  })

  it('keeps the rows while it says that the fleet file is faulty', () => {
    const store = storeWith(sampleRow('orders'))
    const state = { kind: 'invalid', url: 'u', issues: [], since: NOW, lastGoodInUse: true } as const
    receive(store, { kind: 'fleet-file', state }, NOW)
    expect(store.getState().fleetFile).toBe(state)
    expect(lights(store)).toEqual({ orders: 'green' })
  })
})

describe('what got worse', () => {
  const rows: readonly { name: string; message: Digest; expected: readonly unknown[] }[] = [
    {
      name: 'a service that turned red',
      message: digest([sampleRow('orders', 'red')]),
      expected: [{ name: 'orders', light: 'red' }],
    },
    { name: 'one that recovered', message: digest([sampleRow('mailer')]), expected: [] },
    { name: 'one that stays as it is', message: digest([sampleRow('mailer', 'orange')]), expected: [] },
    { name: 'one that is new', message: digest([sampleRow('new', 'red')]), expected: [] },
    { name: 'a full digest', message: digest([sampleRow('orders', 'red')], { full: true }), expected: [] },
    {
      name: 'a dashboard that went blind',
      message: digest([sampleRow('orders', 'unknown')], {
        strip: sampleStrip([], { blind: { since: NOW, cause: 'offline', failed: 0, of: 0 } }),
      }),
      expected: [],
    },
  ]
  for (const { name, message, expected } of rows) {
    it(name, () => {
      const store = storeWith(sampleRow('orders'), sampleRow('mailer', 'orange'))
      receive(store, message, NOW)
      expect(store.getState().worse).toEqual(expected)
    })
  }

  it('stays said until something else gets worse', () => {
    const store = storeWith(sampleRow('orders'), sampleRow('mailer'))
    receive(store, digest([sampleRow('orders', 'red')]), NOW)
    const { worse } = store.getState()
    receive(store, digest([sampleRow('mailer')]), NOW)
    expect(store.getState().worse).toBe(worse)
  })
})

describe('a worker that falls silent', () => {
  it('leaves nothing green, and says what was known and when', () => {
    const store = storeWith(sampleRow('orders', 'red'), sampleRow('mailer'))
    stall(store)
    expect(lights(store)).toEqual({ orders: 'unknown', mailer: 'unknown' })
    expect(store.getState().rows.get('mailer')?.lastKnown).toEqual({ light: 'green', at: NOW })
    expect(store.getState().strip).toMatchObject({
      light: 'unknown',
      counts: { green: 0, red: 0, unknown: 2 },
    })
  })

  it('is not taken up by a delta, for what came before it is lost; only by the whole', () => {
    const store = storeWith(sampleRow('orders', 'red'), sampleRow('mailer'))
    stall(store)
    const later = NOW + 90_000
    receive(store, beat(later), later)
    receive(store, digest([sampleRow('orders')]), later)
    expect(lights(store)).toEqual({ orders: 'unknown', mailer: 'unknown' })
    expect(store.getState().heardAt).toBe(NOW)
    receive(store, digest([sampleRow('orders'), sampleRow('mailer')], { full: true }), later)
    expect(lights(store)).toEqual({ orders: 'green', mailer: 'green' })
    expect(store.getState()).toMatchObject({ source: 'live', heardAt: later })
  })

  it('shows a whole digest as old when the turn that it is of is', () => {
    const store = storeWith(sampleRow('orders', 'red'))
    receive(store, digest([sampleRow('orders')], { full: true }), NOW + 60_000)
    expect(lights(store)).toEqual({ orders: 'unknown' })
    expect(store.getState().rows.get('orders')?.lastKnown).toEqual({ light: 'green', at: NOW })
  })

  it.each([
    { name: 'an old turn', at: NOW - 6000, holdsUntil: Number.POSITIVE_INFINITY },
    { name: 'a turn to come, told before the clock was set back', at: NOW + 6000, holdsUntil: NOW + 9000 },
    { name: 'a watch without a digest of its own', at: NOW, holdsUntil: null },
  ])('is silent too when it beats of $name', ({ at, holdsUntil }) => {
    const store = storeWith(sampleRow('orders'))
    receive(store, beat(at, { holdsUntil }), NOW)
    expect(store.getState().source).toBe('stalled')
    expect(lights(store)).toEqual({ orders: 'unknown' })
  })

  it('is not there before its first beat: a digest without one vouches for nothing', () => {
    const store = createWatchStore(null)
    receive(store, digest([sampleRow('orders')], { full: true }), NOW)
    expect(store.getState().source).toBe('none')
  })

  it('stalls once, and only what was live', () => {
    const store = storeWith(sampleRow('orders'))
    stall(store)
    const { rows } = store.getState()
    stall(store)
    expect(store.getState().rows).toBe(rows)
    const empty = createWatchStore(null)
    stall(empty)
    expect(empty.getState().source).toBe('none')
  })
})

describe('an earlier visit', () => {
  const saved = {
    fleetUrl: 'u',
    at: NOW - 60_000,
    rows: [sampleRow('orders', 'red'), sampleRow('mailer')],
    strip: sampleStrip([sampleRow('orders', 'red'), sampleRow('mailer')]),
  }

  it('is shown at once, all grey and dated', () => {
    const store = createWatchStore(saved)
    expect(store.getState().source).toBe('saved')
    expect(lights(store)).toEqual({ orders: 'unknown', mailer: 'unknown' })
    expect(store.getState().rows.get('orders')?.lastKnown).toEqual({ light: 'red', at: NOW - 60_000 })
    expect(
      store
        .getState()
        .rows.get('orders')
        ?.pods.map(({ light }) => light),
    ).toEqual(['unknown', 'unknown'])
  })

  it('keeps its date while the watch starts, and makes room for its first word', () => {
    const store = createWatchStore(saved)
    receive(store, beat(NOW, { holdsUntil: null }), NOW)
    expect(store.getState()).toMatchObject({ source: 'saved', heardAt: NOW - 60_000 })
    receive(store, digest([sampleRow('mailer')], { full: true }), NOW)
    expect(lights(store)).toEqual({ mailer: 'green' })
    expect(store.getState().worse).toEqual([])
  })

  it('keeps an older date that a row had already', () => {
    const old = sampleRow('orders', 'unknown', { lastKnown: { light: 'green', at: 5 } })
    const store = createWatchStore({ ...saved, rows: [old, sampleRow('mailer', 'unknown')] })
    expect(store.getState().rows.get('orders')?.lastKnown).toEqual({ light: 'green', at: 5 })
    expect(store.getState().rows.get('mailer')?.lastKnown).toBeNull()
  })
})
