import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { scrape } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { signalHistories } from './signalHistories.ts'
import { createWatch, observe, type Watch } from './watch.ts'

/** 2026-11-16T00:00:00Z. */
const T0 = Date.UTC(2026, 10, 16)

function watched(): Watch {
  const watch = createWatch(fleetOf({ orders: { pods: 2, bounds: { memory: '1GiB' } } }), null)
  for (let minute = 0; minute < 60; minute++) {
    const at = T0 + minutes(minute)
    for (const pod of ['orders-1', 'orders-2']) {
      observe(watch, scrape(pod, at, { memory: 0.3 }), at)
    }
  }
  return watch
}

const SPAN = { service: 'orders', from: T0, to: T0 + hours(1), places: 60 }

describe('signalHistories', () => {
  const watch = watched()

  it('tells of all signals of all pods, pod by pod', () => {
    const found = signalHistories(watch, { ...SPAN, pods: null, signals: null })
    expect(new Set(found.map(({ pod }) => pod))).toEqual(new Set(['orders-1', 'orders-2']))
    expect(found.map(({ pod }) => pod)).toEqual(found.map(({ pod }) => pod).toSorted())
    expect(found.map(({ signal }) => signal)).toContain('memory')
  })

  it('tells of what was asked for', () => {
    const found = signalHistories(watch, { ...SPAN, pods: ['orders-2'], signals: ['memory'] })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      pod: 'orders-2',
      signal: 'memory',
      step: minutes(2),
      from: T0,
      bound: 2 ** 30,
    })
  })

  it('has no slope of a span that ends before the newest page', () => {
    const past = { ...SPAN, to: T0 + minutes(30), pods: ['orders-1'], signals: ['memory' as const] }
    expect(signalHistories(watch, past)[0]?.slope).toBeNull()
  })

  it('has nothing of pods and services that are not known', () => {
    expect(signalHistories(watch, { ...SPAN, pods: ['orders-9'], signals: null })).toEqual([])
    expect(signalHistories(watch, { ...SPAN, service: 'nobody', pods: null, signals: null })).toEqual([])
  })
})
