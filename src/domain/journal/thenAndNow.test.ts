import { describe, expect, it } from 'vitest'
import { binRing } from '#src/domain/series/binRing.ts'
import { backfill, emptyHistory, remember } from '#src/domain/series/history.ts'
import { lightBook } from '#src/domain/series/lightBook.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { lightPast } from './lightPast.ts'
import { NIGHT } from './testing/journalRig.ts'
import { unknownThen } from './unknownThen.ts'
import { valueAt } from './valueAt.ts'
import { valuesBeside } from './valuesBeside.ts'

const HOUR = Math.floor(NIGHT / hours(1)) * hours(1)

describe('valueAt', () => {
  it.each([
    { name: 'the value of that moment', minute: 10, expected: 10 },
    { name: 'the nearest of its minutes', minute: 17, expected: 20 },
    { name: 'nothing within an hour of which other minutes are known', minute: 45, expected: null },
    { name: 'the hour before all of them', minute: -30, expected: 3 },
    { name: 'nothing', minute: -600, expected: null },
  ])('tells $name', ({ minute, expected }) => {
    const history = emptyHistory()
    backfill(history, HOUR - minutes(20), 3, hours(1))
    remember(history, HOUR + minutes(10), 10)
    remember(history, HOUR + minutes(20), 20)
    expect(valueAt(history, HOUR + minutes(minute))).toBe(expected)
  })

  it('tells nothing of a history without a value', () => {
    expect(valueAt({ fine: binRing(minutes(2), 4), coarse: binRing(hours(1), 4) }, NIGHT)).toBeNull()
  })
})

const at = (minute: number): number => NIGHT + minutes(minute)

describe('lightPast', () => {
  it('tells which light a service had when, without grey and without gaps', () => {
    const book = lightBook()
    const lights = ['green', 'green', 'red', 'unknown', 'green'] as const
    for (const [i, light] of lights.entries()) book.note('orders', light, NIGHT + i * minutes(5))
    book.note('orders', 'green', NIGHT + hours(2))
    book.note('orders', 'green', NIGHT + hours(2) + minutes(5))
    expect(
      lightPast(book, 'orders', []).map(({ from, to, light }) => [
        light,
        (from - NIGHT) / minutes(1),
        (to - NIGHT) / minutes(1),
      ]),
    ).toEqual([
      ['green', 0, 10],
      ['red', 10, 15],
      ['green', 120, 125],
    ])
  })

  it('leaves out what nobody saw, as far back as that is known to the second', () => {
    const book = lightBook()
    for (const minute of [0, 9, 18]) book.note('orders', 'green', NIGHT + minutes(minute))
    const seen = [
      { from: at(5), to: at(10) },
      { from: at(15), to: at(20) },
    ]
    expect(lightPast(book, 'orders', seen).map(({ from, to }) => [from, to])).toEqual([
      [at(0), at(5)],
      [at(5), at(10)],
      [at(15), at(18)],
    ])
  })
})

describe('valuesBeside', () => {
  it('lays the lowest and the highest of all pods beside each other, in the usual order', () => {
    const then = [
      { pod: 'a', signal: 'cpu', value: 0 },
      { pod: 'a', signal: 'memory', value: 10 },
      { pod: 'b', signal: 'memory', value: 20 },
    ] as const
    const now = [
      { pod: 'a', signal: 'memory', value: 50 },
      { pod: 'a', signal: 'cpu', value: 2 },
      { pod: 'a', signal: 'fds', value: 7 },
    ] as const
    expect(valuesBeside(then, now)).toEqual([
      { signal: 'memory', was: { low: 10, high: 20 }, is: { low: 50, high: 50 }, times: 2.5 },
      { signal: 'cpu', was: { low: 0, high: 0 }, is: { low: 2, high: 2 }, times: null },
      { signal: 'fds', was: null, is: { low: 7, high: 7 }, times: null },
    ])
  })
})

describe('unknownThen', () => {
  const past = [
    { from: 100, to: 200, light: 'green' },
    { from: 500, to: 600, light: 'red' },
  ] as const

  it.each([
    { name: 'to come', at: 1001, expected: { kind: 'to-come' } },
    { name: 'before all that is known', at: 99, expected: { kind: 'before', knownSince: 100 } },
    { name: 'known by its light alone', at: 550, expected: { kind: 'light-only', light: 'red' } },
    { name: 'in a gap', at: 300, expected: { kind: 'unwatched', from: 200, to: 500 } },
    { name: 'after the last word', at: 700, expected: { kind: 'unwatched', from: 600, to: null } },
  ])('says of a moment that it is $name', ({ at, expected }) => {
    expect(unknownThen(at, past, 50, 1000)).toEqual(expected)
  })

  it('says of nothing known since when verdicts are', () => {
    expect(unknownThen(10, [], 50, 1000)).toEqual({ kind: 'before', knownSince: 50 })
    expect(unknownThen(10, [], null, 1000)).toEqual({ kind: 'before', knownSince: null })
  })
})
