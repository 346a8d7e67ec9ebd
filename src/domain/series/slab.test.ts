import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '#src/domain/result.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { historyBetween, remember } from './history.ts'
import { type HistoryBook, historyBook, seriesName } from './historyBook.ts'
import { seal, type SealRefusal } from './seal.ts'
import { NO_TIME, packSlab, type SlabCount, slabReader, type SlabTaking } from './slab.ts'

const NOON = Date.UTC(2026, 10, 20, 12)
const ALL = { from: 0, to: Infinity }
const TAKE_ALL: SlabTaking = { until: Infinity, asElsewhere: false, wants: () => true }

const readSlab = (bytes: Uint8Array, into: HistoryBook, taking: SlabTaking): Result<SlabCount, SealRefusal> =>
  slabReader(into, taking)(bytes)

const packAll = (book: HistoryBook): Uint8Array =>
  packSlab(book, [...book.names()], { fine: ALL, coarse: ALL }) ?? new Uint8Array()

/** Both rings of every series, as bins. */
const told = (book: HistoryBook) =>
  [...book.names()].map((name) => {
    const history = book.get(name)
    if (history === null) return [name]
    const fine = historyBetween(history, history.fine.oldest * minutes(2), Infinity)
    return [name, fine, historyBetween(history, 0, Infinity)]
  })

/** At any time, in any order. */
function see(book: HistoryBook, name: string, t: number, value: number): void {
  const history = book.open(name)
  if (history !== null) remember(history, t, value)
}

const twoPods = (): HistoryBook => {
  const book = historyBook()
  for (let t = NOON; t < NOON + hours(2); t += minutes(1)) {
    book.remember(seriesName('orders', 'orders-1', 'memory'), t, t / 1000)
    book.remember(seriesName('orders', 'orders-2', 'memory'), t, 7)
  }
  return book
}

describe('a slab', () => {
  it('reads back as it was, whatever is in it', () => {
    const value = fc.tuple(
      fc.string({ maxLength: 5 }),
      fc.integer({ min: 0, max: days(30) }),
      fc.float({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    )
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const [book, back] = [historyBook(), historyBook()]
        for (const [name, t, one, isSeen] of values) {
          if (isSeen) see(book, name, NOON + t, one)
          else book.backfill(name, NOON + t, one, minutes(2))
        }
        if (values.length === 0) return
        expect(readSlab(packAll(book), back, TAKE_ALL).ok).toBe(true)
        expect(told(back)).toEqual(told(book))
        // What came from elsewhere is still known to.
        for (const [name, t] of values) for (const one of [book, back]) see(one, name, NOON + t, 1)
        expect(told(back)).toEqual(told(book))
      }),
    )
  })

  it('holds what begins in its spans, and is none where nothing does', () => {
    const [book, back] = [twoPods(), historyBook()]
    const names = [...book.names()]
    const span = { from: NOON + minutes(10), to: NOON + minutes(20) }
    const slab = packSlab(book, names, { fine: span, coarse: NO_TIME })
    expect(slab && readSlab(slab, back, TAKE_ALL)).toEqual({ ok: true, value: { series: 2, bins: 10 } })
    const later = { from: NOON + days(1), to: NOON + days(2) }
    expect(packSlab(book, names, { fine: later, coarse: later })).toBeNull()
    expect(packSlab(book, ['nobody'], { fine: ALL, coarse: ALL })).toBeNull()
  })

  it('takes some ten bytes a series besides its bins, and five a bin that has one value', () => {
    const book = historyBook()
    for (let i = 1000; i < 2000; i++)
      book.remember(seriesName('orders', `orders-${i >> 3}`, `signal-${i}`), NOON, 1)
    expect(packAll(book).length / 1000).toBeLessThan(12 + 2 * 6)
  })

  it.each([
    { name: 'the time after', taking: { ...TAKE_ALL, until: NOON - 1 }, expected: { series: 2, bins: 0 } },
    { name: 'other pods', taking: { ...TAKE_ALL, wants: () => false }, expected: { series: 0, bins: 0 } },
  ])('gives nothing of $name', ({ taking, expected }) => {
    const back = historyBook()
    expect(readSlab(packAll(twoPods()), back, taking)).toEqual({ ok: true, value: expected })
    expect(
      told(back)
        .flat(2)
        .filter((part) => typeof part === 'object'),
    ).toEqual([])
  })

  it('never replaces what counts more, nor, from elsewhere, anything seen here', () => {
    const here = historyBook()
    const name = seriesName('orders', 'orders-2', 'memory')
    for (const value of [1, 1, 1]) here.remember(name, NOON, value)
    here.remember(name, NOON + minutes(2), 1)
    const fines = () => {
      const history = here.get(name)
      return history && historyBetween(history, NOON, NOON + minutes(6)).map(({ mean }) => mean)
    }
    readSlab(packAll(twoPods()), here, { ...TAKE_ALL, asElsewhere: true })
    expect(fines()).toEqual([1, 1, 7])
    readSlab(packAll(twoPods()), here, TAKE_ALL)
    expect(fines()).toEqual([1, 7, 7])
  })

  it('is refused as a whole with any byte changed', () => {
    const slab = packAll(twoPods())
    fc.assert(
      fc.property(fc.nat({ max: slab.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const copy = slab.slice()
        copy[at] = (copy[at] ?? 0) ^ by
        const back = historyBook()
        expect(readSlab(copy, back, TAKE_ALL).ok).toBe(false)
        expect(back.size().series).toBe(0)
      }),
    )
  })

  it('never does worse than be refused when it was made to deceive', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (body) => {
        const book = historyBook(10_000)
        expect(typeof readSlab(seal({ letter: 'S', version: 2 }, body), book, TAKE_ALL).ok).toBe('boolean')
        expect(book.size().bytes).toBeLessThanOrEqual(10_000)
      }),
    )
  })
})
