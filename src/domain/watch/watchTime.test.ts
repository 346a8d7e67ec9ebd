import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { healthOk, timeout } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { lightsOf, tell } from './testing/story.ts'
import { allRows, createWatch, digestChanges, observe, type Watch } from './watch.ts'

const START: EpochMs = 360_000_000

const watchOf = (pods = 1): Watch => createWatch(fleetOf({ orders: pods }))
const light = (watch: Watch): string | undefined => allRows(watch)[0]?.light
const cells = (watch: Watch): string[] => allRows(watch)[0]?.pods.map((pod) => pod.light) ?? []

describe('silence', () => {
  for (const { name, story, known } of [
    { name: 'green', story: 'GG', known: { light: 'green', at: START + 5000 } },
    { name: 'red', story: 'GRR', known: { light: 'red', at: START + 10_000 } },
    { name: 'orange', story: 'GOO', known: { light: 'orange', at: START + 10_000 } },
    { name: 'never known', story: '', known: null },
  ] as const) {
    it(`makes what was ${name} grey, and keeps what was last known`, () => {
      const watch = watchOf()
      tell(watch, { 'orders-1': story }, START)
      digestChanges(watch, START + hours(8))
      expect(allRows(watch)[0]).toMatchObject({ light: 'unknown', lastKnown: known })
    })
  }

  it('keeps what was last known however often it is looked at while grey', () => {
    const watch = watchOf()
    tell(watch, { 'orders-1': 'GOO....SSS' }, START)
    const known = { light: 'orange', at: START + seconds(10) }
    expect(allRows(watch)[0]).toMatchObject({ light: 'unknown', lastKnown: known })
  })

  it('is no longer remembered once there is light again', () => {
    const watch = watchOf()
    tell(watch, { 'orders-1': 'G....G' }, START)
    expect(allRows(watch)[0]).toMatchObject({ light: 'green', lastKnown: null })
  })

  it('turns a row grey to the millisecond, without any answer', () => {
    const watch = watchOf()
    observe(watch, healthOk('orders-1', START), START)
    const seen = [0, 15_000, 15_001].map((later) => {
      digestChanges(watch, START + later)
      return light(watch)
    })
    expect(seen).toEqual(['green', 'green', 'unknown'])
  })

  it('reaches the cells of the pods as well, one after the other', () => {
    const watch = watchOf(2)
    observe(watch, healthOk('orders-1', START), START)
    observe(watch, healthOk('orders-2', START + 4000), START + 4000)
    const seen = [15_000, 16_000, 19_000, 19_001].map((later) => {
      digestChanges(watch, START + later)
      return cells(watch).join(' ')
    })
    expect(seen).toEqual(['green green', 'unknown green', 'unknown green', 'unknown unknown'])
  })
})

describe('a laptop that slept for eight hours', () => {
  it('shows nothing but grey until answers come, and then needs no three of them', () => {
    const watch = watchOf(2)
    tell(watch, { 'orders-1': 'GGG', 'orders-2': 'GGG' }, START)
    const frames = tell(watch, { 'orders-1': '.GG', 'orders-2': '..G' }, START + hours(8))
    expect(lightsOf(frames)).toBe('uug')
  })

  it('shows no red of yesterday, but comes back to it with two bad answers at most', () => {
    const watch = watchOf()
    tell(watch, { 'orders-1': 'GRR' }, START)
    expect(lightsOf(tell(watch, { 'orders-1': '.RR' }, START + hours(8)))).toBe('urr')
  })

  it('takes one failure on waking for no more than that', () => {
    const watch = watchOf()
    tell(watch, { 'orders-1': 'GGG' }, START)
    expect(lightsOf(tell(watch, { 'orders-1': '.RGG' }, START + hours(8)))).toBe('uugg')
  })
})

describe('a clock that is set back', () => {
  for (const { name, by, expected } of [
    { name: 'by a slew of half a second', by: 500, expected: 'green' },
    { name: 'by a second, which may still be a slew', by: 1000, expected: 'green' },
    { name: 'by more', by: 1001, expected: 'unknown' },
    { name: 'by ten seconds, into the time when the reading was fresh', by: 10_000, expected: 'unknown' },
    { name: 'by a day', by: hours(24), expected: 'unknown' },
  ]) {
    it(`${name}: ${expected}`, () => {
      const watch = watchOf()
      observe(watch, healthOk('orders-1', START), START)
      digestChanges(watch, START + 12_000)
      digestChanges(watch, START + 12_000 - by)
      expect(light(watch)).toBe(expected)
    })
  }

  it('little by little is set back all the same', () => {
    const watch = watchOf()
    observe(watch, healthOk('orders-1', START), START)
    const seen = [12_000, 11_400, 11_000, 10_600].map((later) => {
      digestChanges(watch, START + later)
      return light(watch)
    })
    expect(seen).toEqual(['green', 'green', 'green', 'unknown'])
  })

  it('does not make green again what was too old', () => {
    const watch = watchOf(2)
    tell(watch, { 'orders-1': 'GG....', 'orders-2': 'GGGGGG' }, START)
    expect(light(watch)).toBe('unknown')
    const back = START + seconds(8)
    expect(lightsOf(tell(watch, { 'orders-2': 'GGGG' }, back))).toBe('uuuu')
  })

  it('takes the answers of the new time, although they seem older', () => {
    const watch = watchOf()
    tell(watch, { 'orders-1': 'GGG' }, START)
    expect(lightsOf(tell(watch, { 'orders-1': 'GRR' }, START - hours(1)))).toBe('ggr')
  })

  it('between an answer and its being told makes that answer old for good', () => {
    const watch = watchOf(2)
    const now = START - minutes(1)
    observe(watch, healthOk('orders-1', START), now)
    const seen = [0, minutes(1), minutes(1) + 1].map((later) => {
      observe(watch, healthOk('orders-2', now + later), now + later)
      digestChanges(watch, now + later)
      return cells(watch).join(' ')
    })
    expect(seen).toEqual(['unknown green', 'unknown green', 'unknown green'])
  })
})

describe('answers that come twice or late', () => {
  it('do not make three good answers of two', () => {
    const watch = watchOf()
    tell(watch, { 'orders-1': 'GRRGG' }, START)
    const last = START + seconds(20)
    for (let i = 0; i < 5; i++) observe(watch, healthOk('orders-1', last), last + i)
    digestChanges(watch, last + 10)
    expect(light(watch)).toBe('red')
  })

  it('do not make two bad answers of one', () => {
    const watch = watchOf()
    tell(watch, { 'orders-1': 'GT' }, START)
    observe(watch, timeout('orders-1', START + seconds(5)), START + seconds(6))
    digestChanges(watch, START + seconds(6))
    expect(light(watch)).toBe('green')
  })

  it('do not hide what is newer', () => {
    const watch = watchOf()
    tell(watch, { 'orders-1': 'GDD' }, START)
    observe(watch, healthOk('orders-1', START + seconds(7)), START + seconds(11))
    digestChanges(watch, START + seconds(11))
    expect(cells(watch)).toEqual(['red'])
    expect(allRows(watch)[0]?.observedAt).toBe(START + seconds(10))
  })

  it('about pods or services that are not in the fleet are left out', () => {
    const watch = watchOf()
    observe(watch, healthOk('billing-1', START), START)
    observe(watch, healthOk('orders-7', START), START)
    expect(digestChanges(watch, START).rows.map((row) => row.name)).toEqual(['orders'])
    expect(light(watch)).toBe('unknown')
  })
})
