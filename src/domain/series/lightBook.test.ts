import { describe, expect, it } from 'vitest'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { type LightBook, lightBook } from './lightBook.ts'

const NOON = Date.UTC(2026, 10, 20, 12)

/** A light, so many minutes after noon. */
type Word = readonly [minute: number, light: Light]

/** A book of one service, looked at every five minutes from the first word to `until`. */
function bookOf(words: readonly Word[], until: number): LightBook {
  const book = lightBook()
  const [first] = words
  for (const [minute, light] of words) {
    for (let t = first?.[0] ?? 0; t < minute; t += 5) book.noteSeen(NOON + minutes(t))
    book.note('orders', light, NOON + minutes(minute))
  }
  for (let t = words.at(-1)?.[0] ?? 0; t <= until; t += 5) book.noteSeen(NOON + minutes(t))
  return book
}

const told = (book: LightBook): Word[] =>
  book.changes('orders').map(({ at, light }) => [(at - NOON) / minutes(1), light])

const spellsOf = (book: LightBook) =>
  book
    .spells('orders', NOON - days(1), NOON + days(1))
    .map(({ from, redUntil, to }) => [from, redUntil, to].map((t) => t && (t - NOON) / minutes(1)))

describe('the lights of a service', () => {
  it.each<{ name: string; words: readonly Word[]; expected: readonly Word[] }>([
    { name: 'none', words: [], expected: [] },
    {
      name: 'noted on change alone',
      words: [
        [0, 'green'],
        [1, 'green'],
        [2, 'red'],
        [3, 'red'],
        [4, 'unknown'],
      ],
      expected: [
        [0, 'green'],
        [2, 'red'],
        [4, 'unknown'],
      ],
    },
    {
      name: 'two of one moment: the later word',
      words: [
        [0, 'green'],
        [2, 'red'],
        [2, 'green'],
        [3, 'green'],
      ],
      expected: [[0, 'green']],
    },
    {
      name: 'while a clock was set back',
      words: [
        [0, 'green'],
        [20, 'red'],
        [5, 'green'],
        [10, 'orange'],
        [21, 'red'],
      ],
      expected: [
        [0, 'green'],
        [10, 'orange'],
        [20, 'red'],
      ],
    },
    {
      name: 'at times that are none',
      words: [
        [0, 'green'],
        [Number.NaN, 'red'],
        [Infinity, 'red'],
      ],
      expected: [[0, 'green']],
    },
  ])('$name', ({ words, expected }) => {
    const book = lightBook()
    for (const [minute, light] of words) book.note('orders', light, NOON + minutes(minute))
    expect(told(book)).toEqual(expected)
    expect(book.changes('billing')).toEqual([])
    expect(book.watchedSince('orders')).toBe(expected.length === 0 ? null : NOON)
  })

  it('are told again after a night in which nobody watched', () => {
    const book = bookOf([[0, 'red']], 30)
    book.note('orders', 'red', NOON + hours(14))
    book.note('orders', 'green', NOON + hours(14) + minutes(3))
    expect(told(book)).toEqual([
      [0, 'red'],
      [14 * 60, 'red'],
      [14 * 60 + 3, 'green'],
    ])
    expect(spellsOf(book)).toEqual([[0, 14 * 60 + 3, 14 * 60 + 3]])
    expect(book.observed('orders', 0, Infinity)).toEqual([
      { from: NOON, to: NOON + minutes(30) },
      { from: NOON + hours(14), to: NOON + hours(14) + minutes(3) },
    ])
  })

  it('say when a red spell may have ended while nobody watched', () => {
    const book = bookOf([[0, 'red']], 30)
    book.note('orders', 'green', NOON + hours(14))
    expect(spellsOf(book)).toEqual([[0, 30, 14 * 60]])
  })

  it('are observed where they are not grey, within the time in question', () => {
    const words: readonly Word[] = [
      [0, 'green'],
      [10, 'unknown'],
      [20, 'red'],
    ]
    const between = (from: number, to: number) => ({ from: NOON + minutes(from), to: NOON + minutes(to) })
    const book = bookOf(words, 60)
    expect(book.observed('orders', NOON + minutes(5), NOON + minutes(40))).toEqual([
      between(5, 10),
      between(20, 40),
    ])
    expect(book.observed('billing', 0, Infinity)).toEqual([])
  })
})

describe('a book of lights', () => {
  it('keeps 28 days, once the clock has gone on for an hour', () => {
    const book = bookOf(
      [
        [0, 'red'],
        [5, 'green'],
      ],
      120,
    )
    book.note('billing', 'red', NOON)
    const later = NOON + days(28) + hours(2)
    for (let t = 0; t <= minutes(55); t += minutes(5)) book.noteSeen(later + t)
    expect(told(book)).toHaveLength(2)
    book.note('orders', 'green', later + minutes(60))
    expect(told(book)).toEqual([[28 * 1440 + 180, 'green']])
    expect(book.watchedSince('billing')).toBeNull()
  })

  it('keeps what goes on for longer than that', () => {
    const book = lightBook()
    book.note('orders', 'green', NOON)
    book.note('orders', 'red', NOON + hours(1))
    for (let t = NOON; t <= NOON + days(30); t += minutes(10)) book.noteSeen(t)
    const [change, ...others] = book.changes('orders')
    expect([change?.light, others]).toEqual(['red', []])
    const since = change?.at ?? 0
    expect(since).toBeGreaterThanOrEqual(NOON + days(2) - hours(1))
    expect(since).toBeLessThanOrEqual(NOON + days(2))
    expect(book.observed('orders', 0, Infinity)).toEqual([{ from: since, to: NOON + days(30) }])
  })

  it('keeps its changes apart where the 28 days begin with one of them', () => {
    const book = lightBook()
    for (let t = 0; t <= 30 * 1440; t += 10) {
      book.noteSeen(NOON + minutes(t))
      if (t % 70 === 0) book.note('orders', t % 140 === 0 ? 'red' : 'green', NOON + minutes(t))
    }
    const times = book.changes('orders').map(({ at }) => at)
    expect(new Set(times).size).toBe(times.length)
    expect(lightBook().load(book.save())).toBe(true)
  })

  it('keeps the newest 500 changes of a service, and 5,000 services', () => {
    const book = lightBook()
    for (let i = 0; i < 700; i++) book.note('orders', i % 2 === 0 ? 'red' : 'green', NOON + seconds(i))
    expect(book.changes('orders')).toHaveLength(500)
    expect(book.changes('orders').at(-1)?.at).toBe(NOON + seconds(699))
    for (let i = 0; i < 5000; i++) book.note(`service-${i}`, 'green', NOON + seconds(700))
    expect(book.watchedSince('orders')).toBeNull()
    expect(book.watchedSince('service-0')).toBe(NOON + seconds(700))
    expect(lightBook().load(book.save())).toBe(true)
  })

  it('stops where a service leaves the fleet', () => {
    const book = bookOf([[0, 'green']], 60)
    book.note('billing', 'green', NOON + minutes(60))
    book.forgetOthers((service) => service === 'billing', NOON + minutes(62))
    book.forgetOthers((service) => service === 'billing', NOON + minutes(70))
    book.noteSeen(NOON + minutes(75))
    expect(told(book)).toEqual([
      [0, 'green'],
      [62, 'unknown'],
    ])
    expect(book.changes('billing')).toHaveLength(1)
    for (let t = NOON; t <= NOON + days(30); t += minutes(10)) book.noteSeen(t)
    expect([book.watchedSince('orders'), book.watchedSince('billing') !== null]).toEqual([null, true])
  })

  it('says when there is something to save: a change at once, that somebody watches now and then', () => {
    const book = bookOf([[0, 'green']], 0)
    const revisionAfter = (change: () => void): boolean => {
      const before = book.revision()
      change()
      return book.revision() !== before
    }
    expect(revisionAfter(() => book.note('orders', 'green', NOON + minutes(1)))).toBe(false)
    expect(revisionAfter(() => book.noteSeen(NOON + minutes(4)))).toBe(false)
    expect(revisionAfter(() => book.noteSeen(NOON + minutes(5)))).toBe(true)
    expect(revisionAfter(() => book.note('orders', 'red', NOON + minutes(6)))).toBe(true)
    expect(revisionAfter(() => book.changes('orders'))).toBe(false)
  })

  const lights = 'rg'
  it.each([
    null,
    7,
    {},
    { layout: 9, seen: [], services: [] },
    { layout: 1, seen: [[2, 1]], services: [] },
    { layout: 1, seen: [[1, Infinity]], services: [] },
    { layout: 1, seen: [], services: [{ service: 'a', at: [1], lights }] },
    { layout: 1, seen: [], services: [{ service: 'a', at: [1, 1], lights }] },
    { layout: 1, seen: [], services: [{ service: 'a', at: [1, 2.5], lights }] },
    { layout: 1, seen: [], services: [{ service: 'a', at: [1, 2], lights: 'rx' }] },
  ])('refuses %j', (saved) => {
    const book = bookOf([[0, 'red']], 30)
    const before = JSON.stringify(book.save())
    expect(book.load(saved)).toBe(false)
    expect(JSON.stringify(book.save())).toBe(before)
  })
})
