import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastSquares, simpleT } from './leastSquares.ts'

describe('leastSquares', () => {
  const rows: readonly {
    name: string
    x: readonly number[]
    y: readonly number[]
    slope: number
    left: number
  }[] = [
    { name: 'a line', x: [0, 1, 2, 3], y: [1, 3, 5, 7], slope: 2, left: 0 },
    { name: 'a line with a gap, high up', x: [0, 1, 8], y: [1e6, 1e6 - 3, 1e6 - 24], slope: -3, left: 0 },
    { name: 'a constant', x: [0, 1, 2], y: [4, 4, 4], slope: 0, left: 0 },
    { name: 'a roof', x: [0, 1, 2], y: [0, 3, 0], slope: 0, left: 6 },
  ]

  it.each(rows)('$name', ({ x, y, slope, left }) => {
    const { xx, xy, yy } = leastSquares(x, y)
    expect(xy / xx).toBeCloseTo(slope, 9)
    expect(yy - (xy * xy) / xx).toBeCloseTo(left, 6)
  })
})

describe('simpleT', () => {
  it('is the slope ÷ its standard error', () => {
    // Slope 11 ÷ 10, residual sum of squares 17.2 − 12.1, standard error √(5.1 ÷ 3 ÷ 10).
    expect(simpleT([0, 1, 2, 3, 4], [0, 2, 1, 5, 4])).toBeCloseTo(1.1 / Math.sqrt(0.17), 9)
  })

  it('is 0 of what does not rise, without an end of a line', () => {
    expect(simpleT([0, 1, 2], [3, 2, 1])).toBe(0)
    expect(simpleT([0, 1, 2], [1, 1, 1])).toBe(0)
    expect(simpleT([0, 1, 2], [1, 2, 3])).toBe(Infinity)
  })

  it('does not know units', () => {
    const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 30 })
    // Powers of two scale without rounding.
    const scale = fc.constantFrom(1 / 64, 0.5, 2, 1024)
    fc.assert(
      fc.property(values, scale, scale, (y, ofX, ofY) => {
        const x = y.map((_, i) => i)
        const scaled = simpleT(
          x.map((at) => at * ofX),
          y.map((value) => value * ofY),
        )
        expect(scaled).toBe(simpleT(x, y))
      }),
    )
  })
})
