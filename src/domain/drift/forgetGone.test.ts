import { expect, it } from 'vitest'
import { historyBook, seriesName } from '#src/domain/series/historyBook.ts'
import { days, type EpochMs, hours } from '#src/domain/time/units.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { following } from './following.ts'
import { forgetGone } from './forgetGone.ts'

const NOW: EpochMs = Date.UTC(2026, 10, 20)

it.each([
  {
    name: 'a pod of the fleet, however long nothing came',
    pod: 'orders-1',
    lastAt: NOW - days(5),
    kept: true,
  },
  { name: 'a pod that is gone since an hour', pod: 'orders-9', lastAt: NOW - hours(1), kept: true },
  {
    name: 'a pod that is gone since a day and an hour',
    pod: 'orders-9',
    lastAt: NOW - hours(25),
    kept: false,
  },
])('$name is kept: $kept', ({ pod, lastAt, kept }) => {
  const memory = following()
  const name = seriesName('orders', pod, 'memory')
  memory.histories.remember(name, lastAt, 7)
  memory.drifts.push(name, { kind: 'gauge' }, lastAt, 7)
  memory.marks.note('orders', pod, { startedAt: lastAt - hours(2), version: null, at: lastAt })
  memory.marks.note('orders', pod, { startedAt: lastAt - hours(1), version: null, at: lastAt })
  forgetGone(memory, fleetOf({ orders: 1 }), NOW)
  expect(memory.histories.get(name) !== null).toBe(kept)
  expect(memory.drifts.size().series).toBe(kept ? 1 : 0)
  expect(memory.marks.marksOf('orders', pod)).toHaveLength(kept ? 1 : 0)
})

it('the slope of a pod that is gone is forgotten also where there was no room for its history', () => {
  const memory = { ...following(), histories: historyBook(0) }
  for (const pod of ['orders-1', 'orders-9']) {
    const name = seriesName('orders', pod, 'memory')
    memory.histories.remember(name, NOW - days(2), 7)
    memory.drifts.push(name, { kind: 'gauge' }, NOW - days(2), 7)
  }
  forgetGone(memory, fleetOf({ orders: 1 }), NOW)
  expect([...memory.drifts.names()]).toEqual([seriesName('orders', 'orders-1', 'memory')])
})

it('a service that has left the fleet is not taken for one that is watched', () => {
  const memory = following()
  for (const service of ['orders', 'billing']) memory.lights.note(service, 'red', NOW - hours(1))
  forgetGone(memory, fleetOf({ orders: 1 }), NOW)
  const lightsOf = (service: string) => memory.lights.changes(service).map(({ light }) => light)
  expect([lightsOf('orders'), lightsOf('billing')]).toEqual([['red'], ['red', 'unknown']])
})

it.each([
  { name: 'eight days ago', ago: days(8), kept: true },
  { name: 'a month ago', ago: days(30), kept: false },
])('the version of a pod that was last seen $name is kept: $kept', ({ ago, kept }) => {
  const memory = following()
  for (const pod of ['orders-1', 'orders-9'])
    memory.marks.note('orders', pod, { startedAt: NOW - days(40), version: '1.0', at: NOW - ago })
  forgetGone(memory, fleetOf({ orders: 1 }), NOW)
  const pods = [...memory.marks.livesOf('orders').keys()]
  expect(pods.toSorted()).toEqual(kept ? ['orders-1', 'orders-9'] : ['orders-1'])
})
