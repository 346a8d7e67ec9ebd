import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, hours, kibibytes, minutes } from '#src/domain/time/units.ts'
import { historyBetween, historyBytes } from './history.ts'
import { historyBook, seriesName, seriesParts } from './historyBook.ts'

const NOON = Date.UTC(2026, 10, 20, 12)

describe('a name of a series', () => {
  it.each([
    { name: seriesName('orders', 'orders-1', 'memory'), parts: ['orders', 'orders-1', 'memory'] },
    { name: 'orders\norders-1', parts: null },
    { name: 'orders\norders-1\nmemory\n', parts: null },
    { name: '', parts: null },
  ])('is taken apart: $name', ({ name, parts }) => {
    const found = seriesParts(name)
    expect(found && [found.service, found.pod, found.signal]).toEqual(parts)
  })
})

describe('the histories of a fleet', () => {
  it('are told by name', () => {
    const book = historyBook()
    book.remember('a', NOON, 1)
    book.backfill('b', NOON, 2, minutes(2))
    expect([...book.names()]).toEqual(['a', 'b'])
    const history = book.get('a')
    expect(history && historyBetween(history, 0, Infinity).map(({ mean }) => mean)).toEqual([1])
    expect(book.get('c')).toBeNull()
  })

  it('give their memory back', () => {
    const book = historyBook()
    const before = book.size().bytes
    for (let t = NOON; t < NOON + days(1); t += minutes(2)) book.remember('a', t, 1)
    expect(book.size().bytes).toBeGreaterThan(10_000)
    book.drop('a')
    book.drop('a')
    expect(book.size()).toEqual({ series: 0, bytes: before, refused: 0 })
  })

  it('refuse new series where there is no room, and count what was refused', () => {
    const book = historyBook(kibibytes(8))
    for (let i = 0; i < 10; i++) book.remember(`${i}`, NOON, i)
    const { series, bytes, refused } = book.size()
    expect([series + refused, bytes <= kibibytes(8)]).toEqual([10, true])
    expect(series).toBeGreaterThan(2)
  })

  it('cost little while they are young: about a kilobyte', () => {
    const book = historyBook(Infinity)
    for (let i = 0; i < 1000; i++) book.remember(seriesName('a service', `pod-${i}`, 'memory'), NOON, i)
    expect(book.size().bytes / 1000).toBeLessThan(1024)
  })

  it('tell which hours have to be stored', () => {
    const book = historyBook()
    book.remember('a', NOON, 1)
    book.remember('b', NOON + minutes(59), 1)
    book.backfill('b', NOON - hours(5), 1, minutes(2))
    book.remember('a', Number.NaN, 1)
    expect(new Set(book.takeTouched())).toEqual(new Set([NOON, NOON - hours(5)]))
    expect(book.takeTouched()).toEqual([])
    book.remember('a', NOON, 1)
    expect(book.takeTouched()).toEqual([NOON])
  })

  it('take over what was read beside them, with what both have seen', () => {
    const book = historyBook()
    book.remember('a', NOON, 4)
    const aside = book.aside()
    for (const value of [1, 1]) aside.remember('a', NOON, value)
    aside.remember('b', NOON, 5)
    book.adopt(aside)
    const told = ['a', 'b'].map((name) => {
      const history = book.get(name)
      return history && historyBetween(history, 0, Infinity).map(({ mean, count }) => [mean, count])
    })
    expect(told).toEqual([[[2, 3]], [[5, 1]]])
    expect(book.size().series).toBe(2)
  })

  it('give back what was read beside them in vain', () => {
    const book = historyBook()
    const aside = book.aside()
    aside.remember('a', NOON, 1)
    expect(book.size().bytes).toBeGreaterThan(0)
    aside.dropAll()
    expect(book.size().bytes).toBe(0)
  })

  it('never take more than they may, and know what they take, whatever comes', () => {
    const move = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      t: fc.oneof(fc.integer({ min: 0, max: days(40) }), fc.constantFrom(Number.NaN, -1, Infinity, 1e300)),
      value: fc.double(),
      what: fc.constantFrom('remember' as const, 'backfill' as const, 'drop' as const, 'aside' as const),
    })
    fc.assert(
      fc.property(
        fc.array(move, { maxLength: 200 }),
        fc.integer({ min: 500, max: 40_000 }),
        (moves, budget) => {
          const book = historyBook(budget)
          for (const { name, t, value, what } of moves) {
            if (what === 'remember') book.remember(name, NOON + t, value)
            if (what === 'backfill') book.backfill(name, NOON + t, value, minutes(2))
            if (what === 'drop') book.drop(name)
            if (what === 'aside') {
              const aside = book.aside()
              aside.remember(name, NOON + t, value)
              book.adopt(aside)
            }
            const held = [...book.names()].map((one) => book.get(one))
            const rings = held.reduce(
              (sum, history) => sum + (history === null ? 0 : historyBytes(history)),
              0,
            )
            expect(book.size().bytes).toBeLessThanOrEqual(budget)
            expect(book.size().bytes).toBeGreaterThanOrEqual(rings)
          }
          for (const name of book.names()) book.drop(name)
          expect(book.size().bytes).toBe(0)
          expect(book.takeTouched().length).toBeLessThanOrEqual(1344)
        },
      ),
    )
  })
})
