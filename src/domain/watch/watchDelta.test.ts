import { describe, expect, it } from 'vitest'
import { type EpochMs, seconds } from '#src/domain/time/units.ts'
import { healthOk, scrape, timeout } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { tell } from './testing/story.ts'
import { allRows, createWatch, digestChanges, observe, type Watch } from './watch.ts'

const START: EpochMs = 1_000_000
const names = (watch: Watch, now: EpochMs): string[] => digestChanges(watch, now).rows.map((row) => row.name)

describe('the rows that changed', () => {
  it('are all of them at first, in the order of the fleet file', () => {
    const watch = createWatch(fleetOf({ web: 1, billing: 2, orders: 1 }))
    expect(names(watch, START)).toEqual(['web', 'billing', 'orders'])
    expect(names(watch, START)).toEqual([])
  })

  it('are those of services that answered', () => {
    const watch = createWatch(fleetOf({ web: 1, billing: 2, orders: 1 }))
    digestChanges(watch, START)
    observe(watch, healthOk('billing-2', START), START)
    expect(names(watch, START)).toEqual(['billing'])
    expect(names(watch, START + 500)).toEqual([])
  })

  it('are those of services whose readings grow stale, once', () => {
    const watch = createWatch(fleetOf({ web: 1, billing: 1 }))
    observe(watch, healthOk('web-1', START), START)
    observe(watch, healthOk('billing-1', START + 3000), START + 3000)
    const rows = [3000, 15_000, 15_001, 15_500, 18_001, 18_500, 60_000].map((later) =>
      names(watch, START + later).join(' '),
    )
    expect(rows).toEqual(['web billing', '', 'web', '', 'billing', '', ''])
  })

  it('do not come again and again where one pod is stale and another one is worse', () => {
    const watch = createWatch(fleetOf({ orders: 2 }))
    tell(watch, { 'orders-1': 'RR...', 'orders-2': 'GGGGG' }, START)
    const later = START + seconds(20)
    digestChanges(watch, later + 200)
    expect([1, 2, 3].flatMap((n) => names(watch, later + 200 + n * 500))).toEqual([])
  })

  it('are none for a duplicate, or for an answer of somebody else', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    tell(watch, { 'orders-1': 'G' }, START)
    observe(watch, healthOk('orders-1', START), START + 200)
    observe(watch, healthOk('billing-1', START), START + 200)
    expect(names(watch, START + 300)).toEqual([])
  })

  it('are all of them when the dashboard goes blind, and when it sees again', () => {
    const watch = createWatch(fleetOf({ web: 1, orders: 1 }))
    tell(watch, { 'web-1': 'G', 'orders-1': 'G' }, START)
    observe(watch, { kind: 'link', state: 'offline', at: START + 16_000 }, START + 16_000)
    expect(names(watch, START + 16_000)).toEqual(['web', 'orders'])
    expect(names(watch, START + 16_500)).toEqual([])
    observe(watch, { kind: 'link', state: 'up', at: START + 17_000 }, START + 17_000)
    expect(names(watch, START + 17_000)).toEqual(['web', 'orders'])
  })

  it('say since when a light is what it is', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    const since = tell(watch, { 'orders-1': 'GGDDD' }, START).map((frame) => frame.rows[0]?.since)
    expect(since).toEqual([100, 100, 10_100, 15_100, 15_100].map((later) => START + later))
  })

  it('draw what the scrapes told', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    for (const [n, memory] of [10, 20, 40].entries()) {
      const at = START + n * seconds(60)
      observe(watch, scrape('orders-1', at, { memory }), at)
      digestChanges(watch, at)
    }
    const spark = allRows(watch)[0]?.spark
    expect(spark).toMatchObject({ signal: 'memory', pod: 'orders-1' })
    expect([...(spark?.values ?? [])].filter((value) => !Number.isNaN(value))).toEqual([10, 20, 40])
  })
})

describe('a fleet file that changes while the watch runs', () => {
  const before = (): Watch => {
    const watch = createWatch(fleetOf({ orders: 2, billing: 1 }))
    tell(watch, { 'orders-1': 'GGRR', 'orders-2': 'GGGG', 'billing-1': 'GGGG' }, START)
    return watch
  }
  const now = START + seconds(16)
  const lights = (watch: Watch): object =>
    Object.fromEntries(digestChanges(watch, now).rows.map((row) => [row.name, row.light]))

  for (const { name, services, file = {}, expected } of [
    {
      name: 'nothing',
      services: { orders: 2, billing: 1 },
      expected: { orders: 'orange', billing: 'green' },
    },
    { name: 'the title', services: { orders: 2 }, file: { title: 'x' }, expected: { orders: 'orange' } },
    {
      name: 'a service more',
      services: { orders: 2, billing: 1, web: 1 },
      expected: { orders: 'orange', billing: 'green', web: 'unknown' },
    },
    { name: 'a service less', services: { billing: 1 }, expected: { billing: 'green' } },
    { name: 'a pod more', services: { orders: 3 }, expected: { orders: 'orange' } },
    { name: 'a pod less', services: { orders: 1 }, expected: { orders: 'red' } },
    {
      name: 'the thresholds',
      services: { orders: 2 },
      file: { thresholds: { quorum: 1 } },
      expected: { orders: 'red' },
    },
    {
      name: 'a path: what the other one answered says nothing of it',
      services: { orders: 2, billing: 1 },
      file: { endpoints: { health: '/up' } },
      expected: { orders: 'unknown', billing: 'unknown' },
    },
  ]) {
    it(`changes ${name}`, () => {
      expect(lights(createWatch(fleetOf(services, file), before()))).toEqual(expected)
    })
  }

  it('forgets a pod that is somewhere else now', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    tell(watch, { 'orders-1': 'GG' }, START)
    const moved = fleetOf({ orders: 1 })
    const services = moved.services.map((service) =>
      Object.assign(service, { pods: service.pods.map(({ name }) => ({ name, url: 'http://elsewhere' })) }),
    )
    expect(lights(createWatch({ ...moved, services }, watch))).toEqual({ orders: 'unknown' })
  })

  it('keeps what is pending, damped and drawn', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    tell(watch, { 'orders-1': 'GT' }, START)
    observe(watch, scrape('orders-1', START + 5000, { memory: 7 }), START + 5000)
    const next = createWatch(fleetOf({ orders: 1 }, { title: 'x' }), watch)
    observe(next, timeout('orders-1', START + 10_000), START + 10_000)
    const { rows, strip } = digestChanges(next, START + 10_000)
    expect(strip.title).toBe('x')
    expect(rows[0]).toMatchObject({ light: 'red', spark: { signal: 'memory' } })
  })

  it('keeps the blindness, what was last known, and that the clock was set back', () => {
    const watch = before()
    // Since before the cycle that the network was lost in: what began in it would be taken back.
    tell(watch, { 'orders-1': 'RRR', 'orders-2': 'GGG', 'billing-1': 'GGG' }, now)
    const later = now + seconds(11)
    observe(watch, { kind: 'link', state: 'offline', at: later }, later)
    digestChanges(watch, later)
    const next = createWatch(fleetOf({ orders: 2 }), watch)
    const { rows, strip } = digestChanges(next, later)
    expect(strip.blind).toMatchObject({ cause: 'offline', since: later })
    expect(rows).toMatchObject([{ name: 'orders', light: 'unknown', lastKnown: { light: 'orange' } }])
    digestChanges(next, later - seconds(10))
    expect(allRows(next)[0]).toMatchObject({ light: 'unknown', lastKnown: { light: 'orange' } })
  })

  it('tells since when a light is what it is, as if nothing had happened', () => {
    const next = createWatch(fleetOf({ orders: 2 }, { title: 'x' }), before())
    expect(digestChanges(next, now).rows[0]).toMatchObject({ light: 'orange', since: START + 15_100 })
  })
})
