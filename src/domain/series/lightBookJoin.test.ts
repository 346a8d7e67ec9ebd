import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { type LightBook, lightBook } from './lightBook.ts'

const NOON = Date.UTC(2026, 10, 20, 12)
const at = (minute: number): number => NOON + minutes(minute)

/** What one browser saw: at each of these minutes the light of `orders`; null: it watched, and nothing was judged. */
type Account = readonly (readonly [minute: number, light: Light | null])[]

function noted(account: Account): LightBook {
  const book = lightBook()
  for (const [minute, light] of account) {
    if (light === null) book.noteSeen(at(minute))
    else book.note('orders', light, at(minute))
  }
  return book
}

function joined(...accounts: readonly Account[]): LightBook {
  const book = lightBook()
  for (const account of accounts) expect(book.load(noted(account).save())).toBe(true)
  return book
}

const wordsOf = (book: LightBook) =>
  book.changes('orders').map((change) => [(change.at - NOON) / minutes(1), change.light])

const everything = (book: LightBook) => [
  book.changes('orders'),
  book.spells('orders', 0, Infinity),
  book.observed('orders', 0, Infinity),
]

/** The light of the last word, and the one that the book tells for its moment. */
function lastWord(words: Account): readonly [said: Light | null, told: Light | null] {
  const [minute, light] = words.findLast(([, word]) => word !== null) ?? [0, null]
  const changes = noted(words).changes('orders')
  return [light, changes.findLast((change) => change.at <= at(minute))?.light ?? null]
}

describe('two accounts of a service', () => {
  it.each<{ name: string; one: Account; other: Account; expected: readonly (readonly [number, Light])[] }>([
    { name: 'of which one is empty', one: [[0, 'red']], other: [], expected: [[0, 'red']] },
    {
      name: 'one after the other, with a night in between',
      one: [[0, 'green']],
      other: [[600, 'green']],
      expected: [
        [0, 'green'],
        [600, 'green'],
      ],
    },
    {
      name: 'with a reload in between',
      one: [
        [0, 'red'],
        [9, 'red'],
      ],
      other: [
        [10, 'unknown'],
        [11, 'red'],
      ],
      expected: [
        [0, 'red'],
        [10, 'unknown'],
        [11, 'red'],
      ],
    },
    {
      name: 'at once: the worse word',
      one: [
        [0, 'green'],
        [5, 'orange'],
        [9, 'green'],
      ],
      other: [
        [0, 'green'],
        [3, 'red'],
        [6, 'green'],
      ],
      expected: [
        [0, 'green'],
        [3, 'red'],
        [6, 'orange'],
        [9, 'green'],
      ],
    },
    {
      name: 'of which one could not see',
      one: [
        [0, 'green'],
        [8, 'green'],
      ],
      other: [
        [0, 'green'],
        [3, 'unknown'],
        [6, 'green'],
      ],
      expected: [[0, 'green']],
    },
    {
      name: 'of which the longer one does not know it any more',
      one: [
        [0, 'red'],
        [5, null],
      ],
      other: [0, 10, 20, 30].map((minute) => [minute, null] as const),
      expected: [
        [0, 'red'],
        [5 + 1 / 60_000, 'unknown'],
      ],
    },
  ])('$name', ({ one, other, expected }) => {
    expect(wordsOf(joined(one, other))).toEqual(expected)
    expect(wordsOf(joined(other, one))).toEqual(expected)
  })

  const light = fc.constantFrom<Light | null>('red', 'orange', 'green', 'unknown', null)
  const account: fc.Arbitrary<Account> = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 120 }), light), {
      selector: ([minute]) => minute,
      maxLength: 25,
    })
    .map((words) => words.toSorted(([a], [b]) => a - b))

  it('are one account, whichever comes first, and twice is once', () => {
    fc.assert(
      fc.property(account, account, (one, other) => {
        const book = joined(one, other)
        expect(everything(book)).toEqual(everything(joined(other, one)))
        const saved: unknown = JSON.parse(JSON.stringify(book.save()))
        expect(book.load(saved)).toBe(true)
        expect(everything(book)).toEqual(everything(joined(one, other)))
        expect(everything(joined(one))).toEqual(everything(noted(one)))
        expect(everything(joined(one, one))).toEqual(everything(noted(one)))
      }),
    )
  })

  it('lose no moment that was red, and make up none', () => {
    fc.assert(
      fc.property(account, account, (one, other) => {
        const spells = joined(one, other).spells('orders', 0, NOON + days(1))
        const isRed = (t: number) => spells.some(({ from, redUntil }) => from <= t && t <= redUntil)
        const reds = [...one, ...other].flatMap(([minute, word]) => (word === 'red' ? [at(minute)] : []))
        expect(reds.filter((t) => !isRed(t))).toEqual([])
        expect(spells.every(({ from }) => reds.includes(from))).toBe(true)
        const ends = spells.flatMap(({ redUntil, to }) => (to === null ? [] : [to - redUntil]))
        expect(ends.every((late) => late >= 0)).toBe(true)
      }),
    )
  })

  it('are in order and can be stored, in whatever order their words come', () => {
    const anyOrder = fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), light), { maxLength: 60 })
    fc.assert(
      fc.property(anyOrder, anyOrder, (one, other) => {
        const book = joined(one, other)
        const times = book.changes('orders').map((change) => change.at)
        expect(times.every((t, i) => t > (times[i - 1] ?? 0))).toBe(true)
        const [said, told] = lastWord(one)
        expect(told).toBe(said)
      }),
    )
  })
})
