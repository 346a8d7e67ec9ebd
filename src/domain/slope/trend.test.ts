import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from './testing/random.ts'
import { trend } from './trend.ts'

const count = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
const without = (values: readonly number[], ...gone: readonly number[]): number[] =>
  values.filter((_, i) => !gone.includes(i))

describe('a line without noise', () => {
  const rows: readonly { name: string; x: readonly number[]; slope: number; level: number }[] = [
    { name: 'rises', x: count(8), slope: 3, level: 10 },
    { name: 'falls', x: count(30), slope: -2, level: 0 },
    { name: 'has gaps', x: without(count(40), 3, 4, 5, 20, 31), slope: 5, level: 7 },
    { name: 'has one gap of half its length', x: [...count(10), 20, 21, 22, 23], slope: 1, level: 100 },
    { name: 'has 56 points', x: count(56), slope: 1, level: 1 },
  ]

  it.each(rows)('$name', ({ x, slope, level }) => {
    const found = trend(
      x,
      x.map((at) => level + slope * at),
      1,
    )
    expect(found).toMatchObject({ slope, level, standardError: 0, t: Math.sign(slope) * Infinity })
  })

  it('of a constant, t is 0', () => {
    expect(trend(count(12), Array(12).fill(42), 1)).toMatchObject({
      slope: 0,
      level: 42,
      standardError: 0,
      t: 0,
    })
  })

  it.each([0, 1, 6])('says nothing of %i points', (n) => {
    expect(trend(count(n), count(n), 1)).toBeNull()
  })

  it('is not moved by wrong points', () => {
    const y = count(30).map((i) => 2 * i + (i % 7 === 3 ? 500 : 0) + (i % 2))
    const found = trend(count(30), y, 1)
    expect(found?.slope).toBeCloseTo(2, 1)
    expect(found?.t).toBeGreaterThan(20)
  })
})

type Noise = (n: number, draw: () => number) => number[]

const autoregressive =
  (rho: number): Noise =>
  (n, draw) => {
    let value = rho === 1 ? 0 : draw() / Math.sqrt(1 - rho * rho)
    return Array.from({ length: n }, () => (value = rho * value + draw()))
  }

const RUNS = 800

/** t of windows of `n` bins that hold noise around a line. */
function manyT(noise: Noise, n: number, perStep: number, gaps: readonly number[] = []): number[] {
  const random = seededRandom(7, 'trend')
  const x = without(count(n), ...gaps)
  return Array.from({ length: RUNS }, () => {
    const errors = noise(n, random.normal)
    const found = trend(
      x,
      x.map((i) => perStep * i + (errors[i] ?? 0)),
      1,
    )
    return found?.t ?? 0
  })
}

const shareAbove = (values: readonly number[], least: number): number =>
  values.filter((t) => Math.abs(t) > least).length / values.length

describe('t under noise without a trend', () => {
  const gaps = [5, 6, 7, 8, 20, 21, 30]
  /** 5 % of |t| are above 2 where the errors are known; estimating their correlation costs some, most for a walk that looks like a line. */
  const rows: readonly { name: string; noise: Noise; n: number; gaps?: number[]; most: number }[] = [
    { name: 'white, 48 bins', noise: autoregressive(0), n: 48, most: 0.09 },
    { name: 'white, 12 bins', noise: autoregressive(0), n: 12, most: 0.16 },
    { name: 'white with gaps', noise: autoregressive(0), n: 48, gaps, most: 0.09 },
    { name: 'AR(1) 0.5, 48 bins', noise: autoregressive(0.5), n: 48, most: 0.12 },
    { name: 'AR(1) 0.5 with gaps', noise: autoregressive(0.5), n: 48, gaps, most: 0.13 },
    { name: 'AR(1) 0.8, 56 bins', noise: autoregressive(0.8), n: 56, most: 0.16 },
    { name: 'AR(1) 0.9, 56 bins', noise: autoregressive(0.9), n: 56, most: 0.16 },
    { name: 'random walk, 56 bins', noise: autoregressive(1), n: 56, most: 0.25 },
    { name: 'random walk, 24 bins', noise: autoregressive(1), n: 24, most: 0.3 },
  ]

  it.each(rows)('$name', ({ noise, n, gaps: holes = [], most }) => {
    const t = manyT(noise, n, 0, holes)
    expect(shareAbove(t, 2)).toBeLessThan(most)
    expect(shareAbove(t, 8)).toBeLessThan(0.04)
  })
})

describe('t of a trend', () => {
  it.each([
    { name: 'in white noise', noise: autoregressive(0), perStep: 0.1, least: 0.97 },
    { name: 'in AR(1) 0.5', noise: autoregressive(0.5), perStep: 0.2, least: 0.95 },
    { name: 'in a random walk', noise: autoregressive(1), perStep: 1, least: 0.95 },
  ])('is large $name', ({ noise, perStep, least }) => {
    expect(shareAbove(manyT(noise, 48, perStep), 3)).toBeGreaterThan(least)
  })
})

describe('any window', () => {
  const value = fc.integer({ min: -1000, max: 1000 })

  it('gives numbers, and its t scales with nothing', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 7, maxLength: 56 }),
        fc.constantFrom(2, 64, 2 ** -10),
        (y, k) => {
          const x = y.map((_, i) => i)
          const found = trend(x, y, 1)
          const scaled = trend(
            x,
            y.map((v) => k * v),
            1,
          )
          expect(found?.slope).not.toBeNaN()
          expect(found?.standardError).toBeGreaterThanOrEqual(0)
          expect(scaled?.slope).toBe(k * (found?.slope ?? 0))
          expect(scaled?.t).toBe(found?.t)
        },
      ),
    )
  })

  it('turns with its mirror image', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 7, maxLength: 56 }), (y) => {
        const x = y.map((_, i) => i)
        const down = trend(
          x,
          y.map((v) => -v),
          1,
        )
        expect(down?.slope).toBeCloseTo(-(trend(x, y, 1)?.slope ?? 0), 9)
      }),
    )
  })
})
