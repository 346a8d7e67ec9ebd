import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean } from './ordered.ts'
import { evenness, largestJump, type Shape, shapeOf, stepRatio } from './shape.ts'
import { seededRandom } from './testing/random.ts'

const N = 48
const hoursOf = (n = N): number[] => Array.from({ length: n }, (_, i) => i / 2)
const valuesOf = (valueAt: (share: number) => number, n = N): number[] =>
  Array.from({ length: n }, (_, i) => valueAt(i / (n - 1)))

const noisy = (valueAt: (share: number) => number, sigma: number): number[] => {
  const random = seededRandom(5, 'shape')
  return valuesOf((share) => valueAt(share) + sigma * random.normal())
}

describe('shapeOf', () => {
  const rows: readonly { name: string; y: readonly number[]; expected: Shape }[] = [
    { name: 'a line', y: valuesOf((s) => 100 * s), expected: 'steady' },
    { name: 'a line on a high level', y: valuesOf((s) => 1e6 + 100 * s), expected: 'steady' },
    { name: 'a line under noise', y: noisy((s) => 100 * s, 5), expected: 'steady' },
    { name: 'hourly stairs', y: valuesOf((s) => Math.floor(24 * s)), expected: 'steady' },
    { name: 'a slightly bent line', y: valuesOf((s) => 100 * s ** 1.2), expected: 'steady' },
    { name: 'a step in the middle', y: valuesOf((s) => (s < 0.5 ? 0 : 100)), expected: 'step' },
    { name: 'a step at the end', y: valuesOf((s) => (s < 0.85 ? 0 : 100)), expected: 'step' },
    { name: 'a step under noise', y: noisy((s) => (s < 0.4 ? 0 : 100), 5), expected: 'step' },
    { name: 'a step on a slow rise', y: valuesOf((s) => 20 * s + (s < 0.5 ? 0 : 100)), expected: 'step' },
    { name: 'a rise that levels off', y: valuesOf((s) => 1 - Math.exp(-3 * s)), expected: 'uneven' },
    {
      name: 'the flank of a daily curve, too',
      y: valuesOf((s) => 1 - Math.cos(Math.PI * s)),
      expected: 'steady',
    },
    { name: 'a ramp, then a plateau', y: valuesOf((s) => Math.min(s, 0.7)), expected: 'uneven' },
    { name: 'a constant', y: valuesOf(() => 7), expected: 'uneven' },
    { name: 'a hill', y: valuesOf((s) => Math.sin(Math.PI * s) + 0.1 * s), expected: 'step' },
  ]

  it.each(rows)('$name', ({ y, expected }) => {
    expect(shapeOf(hoursOf(), y)).toBe(expected)
  })

  it('of a line does not change with gaps', () => {
    const kept = hoursOf().filter((_, i) => i % 5 !== 0 && (i < 20 || i > 30))
    expect(shapeOf(kept, kept)).toBe('steady')
    expect(evenness(kept, kept)).toBeCloseTo(1, 9)
  })
})

describe('evenness', () => {
  it.each([
    { name: 'a line', y: valuesOf((s) => 3 * s), expected: 1 },
    { name: 'a falling line is a line too', y: valuesOf((s) => -3 * s), expected: 1 },
    { name: 'a last quarter without a rise', y: valuesOf((s) => Math.min(s, 0.6)), expected: 0 },
  ])('$name', ({ y, expected }) => {
    expect(evenness(hoursOf(), y)).toBeCloseTo(expected, 0)
  })

  it('is not above 1 for what rises', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 8, maxLength: 56 }), (rises) => {
        let level = 0
        const y = rises.map((rise) => (level += rise))
        const even = evenness(hoursOf(y.length), y)
        expect(even).toBeGreaterThanOrEqual(0)
        expect(even).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})

/** Sum of squares around the mean. */
function squares(part: readonly number[]): number {
  const middle = part.reduce((sum, v) => sum + v, 0) / part.length
  return part.reduce((sum, v) => sum + (v - middle) ** 2, 0)
}

function leastSquares(x: readonly number[], y: readonly number[]): { slope: number; level: number } {
  const [xm, ym] = [mean(x), mean(y)]
  const slope = x.reduce((sum, at, i) => sum + (at - xm) * ((y[i] ?? 0) - ym), 0) / squares(x)
  return { slope, level: ym - slope * xm }
}

describe('largestJump and stepRatio', () => {
  it.each([
    { name: 'a line', y: valuesOf((s) => s), jump: 1 / 7, above: 1e6, below: Infinity },
    { name: 'a step', y: valuesOf((s) => (s < 0.5 ? 0 : 1)), jump: 1, above: -1, below: 1e-9 },
  ])('$name', ({ y, jump, above, below }) => {
    expect(largestJump(y)).toBeCloseTo(jump, 1)
    expect(stepRatio(hoursOf(), y)).toBeGreaterThan(above)
    expect(stepRatio(hoursOf(), y)).toBeLessThan(below)
  })

  it('of a constant there is no ratio', () => {
    expect(stepRatio(hoursOf(8), Array(8).fill(1))).toBeNaN()
  })

  it('finds the best step of all', () => {
    const value = fc.integer({ min: -99, max: 99 })
    fc.assert(
      fc.property(fc.array(value, { minLength: 8, maxLength: 30 }), (values) => {
        const y = [...values, 200]
        const x = hoursOf(y.length)
        const best = Math.min(
          ...y.slice(1).map((_, i) => squares(y.slice(0, i + 1)) + squares(y.slice(i + 1))),
        )
        const { slope, level } = leastSquares(x, y)
        const line = y.reduce((sum, v, i) => sum + (v - level - slope * (x[i] ?? 0)) ** 2, 0)
        expect(stepRatio(x, y)).toBeCloseTo(best / line, 6)
      }),
    )
  })

  it('does not change with scale or level', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 8, maxLength: 56 }), (y) => {
        const x = hoursOf(y.length)
        expect(
          shapeOf(
            x,
            y.map((v) => 8 * v),
          ),
        ).toBe(shapeOf(x, y))
      }),
    )
  })
})
