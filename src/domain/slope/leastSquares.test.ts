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
    // Hours 0 to 4: slope 1.2, residual sum of squares 3.6, standard error √(3.6/3/10).
    expect(simpleT([0, 1, 2, 3, 4], [0, 2, 1, 5, 4])).toBeCloseTo(1.2 / Math.sqrt(0.12), 9)
  })

  it('is 0 of what does not rise, without an end of a line', () => {
    expect(simpleT([0, 1, 2], [3, 2, 1])).toBe(0)
    expect(simpleT([0, 1, 2], [1, 1, 1])).toBe(0)
    expect(simpleT([0, 1, 2], [1, 2, 3])).toBe(Infinity)
  })

  it('does not know units', () => {
    const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 30 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 64 }), (y, k) => {
        const x = y.map((_, i) => i)
        const [once, scaled] = [
          simpleT(x, y),
          simpleT(
            x.map((at) => at / k),
            y.map((value) => k * value + 7),
          ),
        ]
        expect(scaled === once || Math.abs(scaled / once - 1) < 1e-6).toBe(true)
      }),
    )
  })
})
