import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { mean, median, quantile } from './quantile.ts'

const rows: readonly {
  readonly name: string
  readonly values: readonly number[]
  readonly q: number
  readonly expected: number | null
}[] = [
  { name: 'of nothing', values: [], q: 0.5, expected: null },
  { name: 'of one', values: [3], q: 0.9, expected: 3 },
  { name: 'of an odd number', values: [9, 1, 5], q: 0.5, expected: 5 },
  { name: 'between two', values: [1, 2, 3, 10], q: 0.5, expected: 2.5 },
  { name: 'the largest', values: [1, 2, 3, 10], q: 1, expected: 10 },
  { name: 'more than half of it never', values: [1, Infinity, Infinity], q: 0.5, expected: Infinity },
  { name: 'just touching what never came', values: [1, 2, Infinity], q: 0.5, expected: 2 },
  { name: 'next to what never came', values: [1, Infinity], q: 0.5, expected: Infinity },
]

describe('quantile', () => {
  it.each(rows)('$name', ({ values, q, expected }) => {
    expect(quantile(values, q)).toBe(expected)
  })

  it('lies between the smallest and the largest, in any order of the values', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 })
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, q) => {
        const found = quantile(all, q) ?? Number.NaN
        expect(found).toBeGreaterThanOrEqual(Math.min(...all))
        expect(found).toBeLessThanOrEqual(Math.max(...all))
        expect(quantile(all.toReversed(), q)).toBe(found)
      }),
    )
  })
})

describe('median and mean', () => {
  it('are null of nothing', () => {
    expect(median([])).toBeNull()
    expect(mean([])).toBeNull()
  })

  it('are what they are', () => {
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(mean([4, 1, 2, 5])).toBe(3)
  })
})
