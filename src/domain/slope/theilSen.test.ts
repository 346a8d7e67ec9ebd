import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median } from './ordered.ts'
import { theilSen } from './theilSen.ts'

describe('theilSen', () => {
  const rows: readonly {
    name: string
    x: readonly number[]
    y: readonly number[]
    expected: { slope: number; level: number }
  }[] = [
    { name: 'no point', x: [], y: [], expected: { slope: Number.NaN, level: Number.NaN } },
    { name: 'one point', x: [1], y: [1], expected: { slope: Number.NaN, level: Number.NaN } },
    { name: 'two points', x: [1, 3], y: [1, 5], expected: { slope: 2, level: -1 } },
    { name: 'a constant', x: [0, 1, 2, 3], y: [4, 4, 4, 4], expected: { slope: 0, level: 4 } },
    { name: 'a line with a gap', x: [0, 1, 5, 6], y: [1, 4, 16, 19], expected: { slope: 3, level: 1 } },
    { name: 'a falling line', x: [0, 1, 2], y: [3, 2, 1], expected: { slope: -1, level: 3 } },
    {
      name: 'a line with two wrong points of eight',
      x: [0, 1, 2, 3, 4, 5, 6, 7],
      y: [0, 1, 900, 3, 4, -900, 6, 7],
      expected: { slope: 1, level: 0 },
    },
  ]

  it.each(rows)('$name', ({ x, y, expected }) => {
    expect(theilSen(x, y)).toEqual(expected)
  })

  const points = fc
    .array(fc.record({ gap: fc.integer({ min: 1, max: 9 }), y: fc.integer({ min: -999, max: 999 }) }), {
      minLength: 2,
      maxLength: 56,
    })
    .map((list) => {
      let x = 0
      return list.map(({ gap, y }) => ({ x: (x += gap), y }))
    })

  it('is the median of the slopes of the pairs a third to two thirds apart', () => {
    fc.assert(
      fc.property(points, (list) => {
        const isTaken = (apart: number): boolean => 3 * apart >= list.length && 3 * apart <= 2 * list.length
        const slopes = list.flatMap((a, i) =>
          list.filter((_, j) => isTaken(j - i)).map((b) => (b.y - a.y) / (b.x - a.x)),
        )
        const { slope, level } = theilSen(
          list.map(({ x }) => x),
          list.map(({ y }) => y),
        )
        expect(slope).toBeCloseTo(median(slopes), 9)
        expect(level).toBeCloseTo(median(list.map(({ x, y }) => y - slope * x)), 9)
      }),
    )
  })

  it('is not moved by a fifth of wrong points, wherever they are', () => {
    const wrong = fc.array(fc.record({ at: fc.nat({ max: 29 }), y: fc.integer({ min: -9999, max: 9999 }) }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(wrong, (moved) => {
        const x = Array.from({ length: 30 }, (_, i) => i)
        const y = x.map((at) => moved.find((point) => point.at === at)?.y ?? 5 + 3 * at)
        expect(theilSen(x, y)).toEqual({ slope: 3, level: 5 })
      }),
    )
  })

  it('follows when the points are scaled and tilted', () => {
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: -50, max: 50 }),
        (list, k, tilt) => {
          const x = list.map((point) => point.x)
          const line = theilSen(
            x,
            list.map(({ y }) => y),
          )
          const other = theilSen(
            x,
            list.map((point) => k * point.y + tilt * point.x),
          )
          expect(other.slope).toBeCloseTo(k * line.slope + tilt, 6)
        },
      ),
    )
  })
})
