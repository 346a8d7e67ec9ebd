import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addElsewhere, addValue, type BinRing, binRing, binsBetween, ELSEWHERE } from './binRing.ts'
import { emptyRows, putRows, type Rows, takeRows } from './rows.ts'

const WIDTH = 60_000
const MOST = 40

type Row = readonly [bin: number, mean: number, low: number, high: number, count: number]

const rowsOf = (first: number, bins: readonly Row[]): Rows => {
  const rows = emptyRows(MOST)
  rows.first = first
  for (const [bin, mean, low, high, count] of bins) {
    rows.length = Math.max(rows.length, bin - first + 1)
    rows.values.set([mean, low, high], 3 * (bin - first))
    rows.count[bin - first] = count
  }
  return rows
}

const told = (ring: BinRing) =>
  binsBetween(ring, 0, Infinity).map(({ t, mean, low, high, count }) => [t / WIDTH, mean, low, high, count])

const ringOf = (...values: readonly (readonly [bin: number, value: number])[]): BinRing => {
  const ring = binRing(WIDTH, MOST)
  for (const [bin, value] of values) addValue(ring, bin * WIDTH, value)
  return ring
}

describe('bins in a row', () => {
  it.each([
    {
      name: 'all of them, with the gap between them',
      rows: rowsOf(100, [
        [100, 2, 1, 3, 4],
        [102, 5, 5, 5, 1],
      ]),
      expected: [
        [100, 2, 1, 3, 4],
        [102, 5, 5, 5, 1],
      ],
    },
    { name: 'none', rows: rowsOf(100, []), expected: [] },
    {
      name: 'what is not finite is left out',
      rows: rowsOf(100, [
        [100, Number.NaN, 1, 1, 1],
        [101, 1, -Infinity, 1, 1],
        [102, 1, 1, 1, 1],
      ]),
      expected: [[102, 1, 1, 1, 1]],
    },
    { name: 'a count of nothing is left out', rows: rowsOf(100, [[100, 1, 1, 1, ELSEWHERE]]), expected: [] },
  ])('are put into an empty ring: $name', ({ rows, expected }) => {
    const ring = binRing(WIDTH, MOST)
    putRows(ring, rows)
    expect(told(ring)).toEqual(expected)
  })

  it('leave what counts more, and what is out of reach', () => {
    const ring = ringOf([100, 2], [100, 4])
    putRows(
      ring,
      rowsOf(99, [
        [99, 9, 9, 9, 1],
        [100, 9, 9, 9, 1],
      ]),
    )
    putRows(ring, rowsOf(10, [[10, 9, 9, 9, 1]]))
    expect(told(ring)).toEqual([
      [99, 9, 9, 9, 1],
      [100, 3, 2, 4, 2],
    ])
  })

  it('take the place of what counts less, and never that of what was seen here if they were not', () => {
    const ring = ringOf([100, 2], [101, 2])
    addElsewhere(ring, 102 * WIDTH, 2)
    putRows(
      ring,
      rowsOf(100, [
        [100, 9, 9, 9, 2],
        [101, 9, 9, 9, 7 | ELSEWHERE],
        [102, 9, 9, 9, 1],
      ]),
    )
    expect(told(ring).map(([bin, mean]) => [bin, mean])).toEqual([
      [100, 9],
      [101, 2],
      [102, 9],
    ])
  })

  it('are the newest where there is no room for all', () => {
    const ring = binRing(WIDTH, MOST, (more) => more < 100)
    putRows(
      ring,
      rowsOf(
        0,
        Array.from({ length: 30 }, (_, bin): Row => [bin, bin, bin, bin, 1]),
      ),
    )
    expect(told(ring).map(([bin]) => bin)).toEqual([22, 23, 24, 25, 26, 27, 28, 29])
  })

  it('are taken from a ring as they were put into it, wherever it begins', () => {
    const values = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.integer({ min: -9, max: 9 })), { maxLength: 30 })
    fc.assert(
      fc.property(values, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (all, first, length) => {
        const [ring, back, rows] = [ringOf(...all), binRing(WIDTH, MOST), emptyRows(MOST)]
        takeRows(ring, first, first + length, rows)
        const expected = binsBetween(ring, first * WIDTH, (first + length + 1) * WIDTH)
        expect(rows.length).toBe(
          expected.length && ((expected.at(-1)?.t ?? 0) - (expected[0]?.t ?? 0)) / WIDTH + 1,
        )
        putRows(back, rows)
        expect(binsBetween(back, 0, Infinity)).toEqual(expected)
      }),
    )
  })
})
