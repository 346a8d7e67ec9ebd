import { describe, expect, it } from 'vitest'
import { days, hours, seconds } from '#src/domain/time/units.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { recallPast } from './recallPast.ts'
import { createWatch } from './watch.ts'

const NOW = days(20_000)

const watchWith = (starts: readonly number[], known: readonly number[] = []) => {
  const watch = createWatch(fleetOf({ orders: 1 }))
  watch.memory.marks.noteStarts(
    'orders',
    'orders-1',
    starts.map((at) => ({ at, version: null })),
  )
  const service = watch.services.get('orders')
  const pod = service?.pods.get('orders-1')
  if (service !== undefined && pod !== undefined)
    service.pods.set('orders-1', { ...pod, restarts: [...known] })
  if (service !== undefined) service.dirty = false
  recallPast(watch)
  return { restarts: service?.pods.get('orders-1')?.restarts, dirty: service?.dirty }
}

describe('recallPast', () => {
  it.each([
    { name: 'a restart of last night', starts: [0, NOW - hours(6)], known: [], told: [NOW - hours(6)] },
    { name: 'the first start that anybody knows is none', starts: [NOW - hours(6)], known: [], told: [] },
    {
      name: 'one that was seen here is told once',
      starts: [0, NOW - hours(6)],
      known: [NOW - hours(6) + seconds(5)],
      told: [NOW - hours(6) + seconds(5)],
    },
    {
      name: 'all of them, in order',
      starts: [0, NOW - hours(9), NOW - hours(6)],
      known: [NOW - hours(7)],
      told: [NOW - hours(9), NOW - hours(7), NOW - hours(6)],
    },
  ])('$name', ({ starts, known, told }) => {
    expect(watchWith(starts, known).restarts).toEqual(told)
  })

  it('has a service judged anew only where it told something', () => {
    expect(watchWith([0, NOW]).dirty).toBe(true)
    expect(watchWith([NOW]).dirty).toBe(false)
  })
})
