import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kthSmallest, MAD_TO_SD, mean, median, quantile } from './ordered.ts'
import { seededRandom } from './testing/random.ts'

/** Without −0, which is as large as 0, so that either may stand first. */
const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 })
  .map((value) => value + 0)
/** Few different values, so that many are equal. */
const list = fc.oneof(
  fc.array(finite, { minLength: 1 }),
  fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1 }),
)

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b)

describe('kthSmallest', () => {
  it('is what a sort says, and what stands before it is not larger', () => {
    fc.assert(
      fc.property(list, fc.nat(), (values, any) => {
        const k = any % values.length
        const held = Float64Array.from(values)
        const found = kthSmallest(held, held.length, k)
        expect(found).toBe(Float64Array.from(sorted(values))[k])
        expect(held.subarray(0, k).every((value) => value <= found)).toBe(true)
        expect(held.subarray(k).every((value) => value >= found)).toBe(true)
      }),
    )
  })

  it('looks at the first `length` values only, and says NaN of none', () => {
    expect(kthSmallest(Float64Array.of(3, 2, 1, 0), 2, 0)).toBe(2)
    expect(kthSmallest(Float64Array.of(3), 0, 0)).toBeNaN()
  })

  it('comes to an end with NaN among the values', () => {
    const numbers = fc.array(fc.constantFrom(Number.NaN, 0, 1, Infinity, -Infinity), { minLength: 1 })
    fc.assert(
      fc.property(numbers, (values) => {
        expect(kthSmallest(Float64Array.from(values), values.length, values.length >> 1)).toBeTypeOf('number')
      }),
    )
  })
})

describe('quantile', () => {
  const rows: readonly { name: string; values: readonly number[]; q: number; expected: number }[] = [
    { name: 'none', values: [], q: 0.5, expected: Number.NaN },
    { name: 'one', values: [7], q: 0.9, expected: 7 },
    { name: 'the median of two', values: [4, 1], q: 0.5, expected: 2.5 },
    { name: 'the median of three', values: [9, 1, 5], q: 0.5, expected: 5 },
    { name: 'the least', values: [9, 1, 5], q: 0, expected: 1 },
    { name: 'the largest', values: [9, 1, 5], q: 1, expected: 9 },
    { name: 'between two neighbours', values: [0, 10, 20, 30, 40], q: 0.9, expected: 36 },
    { name: 'equal values', values: [2, 2, 2, 2], q: 0.3, expected: 2 },
  ]

  it.each(rows)('$name', ({ values, q, expected }) => {
    expect(quantile(values, q)).toEqual(expected)
  })

  it('is what a sort says, for any list and share', () => {
    fc.assert(
      fc.property(list, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const at = q * (values.length - 1)
        const [below = 0, above = below] = sorted(values).slice(Math.floor(at), Math.floor(at) + 2)
        expect(quantile(values, q)).toBeCloseTo(below + (above - below) * (at - Math.floor(at)), 9)
      }),
    )
  })

  it('leaves the list as it is, and forgets a longer list before it', () => {
    const values = Array.from({ length: 300 }, (_, i) => 300 - i)
    quantile(values, 0.5)
    expect(values[0]).toBe(300)
    expect(quantile([1, 2], 1)).toBe(2)
    expect(quantile([1, 2, 3], 0.75)).toBe(2.5)
  })
})

describe('median and mean', () => {
  it.each([
    { name: 'none', values: [], expected: { median: Number.NaN, mean: Number.NaN } },
    { name: 'one far value', values: [1, 1, 1, 97], expected: { median: 1, mean: 25 } },
    { name: 'signs', values: [-3, 3], expected: { median: 0, mean: 0 } },
  ])('$name', ({ values, expected }) => {
    expect({ median: median(values), mean: mean(values) }).toEqual(expected)
  })

  it('of normal noise, the median deviation times 1.4826 is the standard deviation', () => {
    const random = seededRandom(1, 'ordered')
    const noise = Array.from({ length: 20_000 }, () => Math.abs(3 * random.normal()))
    expect(MAD_TO_SD * median(noise)).toBeCloseTo(3, 1)
  })
})
