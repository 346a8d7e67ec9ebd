import { describe, expect, it } from 'vitest'
import { readAllFamilies } from '#src/domain/exposition/readAllFamilies.ts'
import { bytesOf } from '#src/domain/exposition/testing/pages.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { pinBook } from './pinBook.ts'

const NOW = 1_800_000_000_000

const familiesOf = (text: string) => {
  const page = readAllFamilies(bytesOf(text))
  return page.ok ? page.value.families : []
}

describe('pinBook', () => {
  it('takes values of gauges as they are', () => {
    const book = pinBook()
    expect(book.pin('orders', 'orders-1', 'a{x="1"}')).toBe(true)
    expect(book.of('orders', 'orders-1')).toEqual([
      { id: 'a{x="1"}', isRate: false, from: 0, step: minutes(2), values: new Float32Array(0) },
    ])
    for (const [i, value] of [3, 4, 5].entries()) {
      const page = familiesOf(`a{x="2"} 100\na{x="1"} ${value}`)
      book.note('orders', 'orders-1', page, NOW + i * minutes(2))
    }
    const [line] = book.of('orders', 'orders-1')
    expect(line?.from).toBe(NOW)
    expect([...(line?.values ?? [])]).toEqual([3, 4, 5])
  })

  it('takes counters as their rise a second, a drop as a reset, and nothing over a gap', () => {
    const book = pinBook()
    book.pin('s', 'p', 'a_total')
    const note = (value: number, at: number): void =>
      book.note('s', 'p', familiesOf(`# TYPE a_total counter\na_total ${value}`), at)
    note(100, NOW)
    note(220, NOW + minutes(2))
    note(120, NOW + minutes(4))
    note(999, NOW + minutes(4) + minutes(11))
    const [line] = book.of('s', 'p')
    expect(line).toMatchObject({ isRate: true, from: NOW + minutes(2) })
    expect([...(line?.values ?? [])]).toEqual([1, 1])
  })

  it('finds a series again when it stands elsewhere, and leaves a gap where it is missing', () => {
    const book = pinBook()
    book.pin('s', 'p', 'b')
    book.note('s', 'p', familiesOf('b 1\n'), NOW)
    book.note('s', 'p', familiesOf('a 1\n'), NOW + minutes(2))
    book.note('s', 'p', familiesOf('a 1\nb{x="1"} 7\nb 2\n'), NOW + minutes(4))
    expect([...(book.of('s', 'p')[0]?.values ?? [])]).toEqual([1, Number.NaN, 2])
  })

  it('is bounded: 24 hours a series, 20 series in all, and no endless names', () => {
    const book = pinBook()
    expect(book.pin('s', 'p', 'x'.repeat(2000))).toBe(false)
    expect(book.pin('s', 'p', '')).toBe(false)
    const pinned = Array.from({ length: 25 }, (_, i) => book.pin('s', `p-${i % 3}`, `a_${i}`))
    expect(pinned.filter(Boolean)).toHaveLength(20)
    expect(book.pin('s', 'p-0', 'a_0')).toBe(true)
    book.unpin('s', 'p-0', 'a_0')
    expect(book.pin('s', 'p-9', 'other')).toBe(true)
    for (let at = 0; at < hours(30); at += minutes(1)) {
      book.note('s', 'p-9', familiesOf('other 1'), NOW + at)
    }
    expect(book.of('s', 'p-9')[0]?.values).toHaveLength(720)
  })

  it('wants whole pages of pods with pins only, and forgets pods', () => {
    const book = pinBook()
    book.pin('s', 'p', 'a')
    book.pin('s', 'q', 'a')
    expect([book.wants('s', 'p'), book.wants('s', 'r')]).toEqual([true, false])
    book.unpin('s', 'p', 'a')
    expect(book.wants('s', 'p')).toBe(false)
    book.keep((_, pod) => pod !== 'q')
    expect(book.of('s', 'q')).toEqual([])
    book.note('s', 'q', familiesOf('a 1'), NOW + seconds(1))
    expect(book.wants('s', 'q')).toBe(false)
  })
})
