import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sparkPath } from './sparkPath.ts'

const GAP = Number.NaN
const draw = (values: readonly number[], bound: number | null = null) => sparkPath(values, bound, 96, 24)

describe('sparkPath', () => {
  const rows = [
    { name: 'nothing', values: [], bound: null, line: '', boundY: null },
    { name: 'nothing but gaps', values: [GAP, GAP], bound: 5, line: '', boundY: null },
    { name: 'from low to high', values: [0, 10], bound: null, line: 'M0 22L96 2', boundY: null },
    {
      name: 'a gap breaks the line',
      values: [0, 10, GAP, 10, 0],
      bound: null,
      line: 'M0 22L24 2M72 2L96 22',
      boundY: null,
    },
    {
      name: 'a lone reading is a dot',
      values: [0, GAP, 10, GAP, 0],
      bound: null,
      line: 'M0 22h.1M48 2h.1M96 22h.1',
      boundY: null,
    },
    {
      name: 'a near limit lies over the line',
      values: [80, 100],
      bound: 120,
      line: 'M0 22L96 12',
      boundY: 2,
    },
    { name: 'a far limit is left out', values: [80, 100], bound: 4000, line: 'M0 22L96 2', boundY: null },
    {
      name: 'a limit that is passed lies under the line',
      values: [80, 120],
      bound: 100,
      line: 'M0 22L96 2',
      boundY: 12,
    },
    { name: 'all nought lies at the bottom', values: [0, 0], bound: null, line: 'M0 22L96 22', boundY: null },
    { name: 'a single sample', values: [5], bound: null, line: 'M0 12h.1', boundY: null },
  ]
  for (const { name, values, bound, line, boundY } of rows) {
    it(name, () => expect(draw(values, bound)).toEqual({ line, boundY }))
  }

  it('does not blow noise up: one per mille up and down stays within a few pixels', () => {
    const ys = [...draw([1000, 1001, 999, 1000]).line.matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y))
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(1)
  })

  it('stays in its box, whatever the values', () => {
    const value = fc.oneof(fc.double({ min: -1e12, max: 1e12 }), fc.constant(GAP))
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 90 }),
        fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })),
        (values, bound) => {
          const { line, boundY } = sparkPath(Float64Array.from(values), bound, 96, 24)
          for (const [, x, y] of line.matchAll(/[ML]([-\d.e]+) ([-\d.e]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0)
            expect(Number(x)).toBeLessThanOrEqual(96)
            expect(Number(y)).toBeGreaterThanOrEqual(0)
            expect(Number(y)).toBeLessThanOrEqual(24)
          }
          expect(line).not.toContain('NaN')
          expect(boundY ?? 0).toBeGreaterThanOrEqual(0)
          expect(boundY ?? 0).toBeLessThanOrEqual(24)
        },
      ),
    )
  })
})
