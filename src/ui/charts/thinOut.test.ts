import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExplainedPoint } from '#src/domain/slope/explainFit.ts'
import { thinOut } from './thinOut.ts'

const at = (t: number, use: ExplainedPoint['use'] = 'used', mean = t): ExplainedPoint => ({
  t,
  mean,
  low: mean - 1,
  high: mean + 1,
  use,
})
const uses = ['used', 'before-start', 'start-up', 'outlier', 'outside'] as const

describe('thinOut', () => {
  it('leaves a few points as they are', () => {
    const points = [at(1), at(2), at(3)]
    expect(thinOut(points, 3)).toBe(points)
    expect(thinOut([], 3)).toEqual([])
  })

  it('makes one of what lies in one slot: mean of means, lowest low, highest high', () => {
    expect(thinOut([at(0), at(1), at(2), at(3)], 2)).toEqual([
      { t: 0.5, mean: 0.5, low: -1, high: 2, use: 'used' },
      { t: 2.5, mean: 2.5, low: 1, high: 4, use: 'used' },
    ])
  })

  it('keeps a single outlier among many', () => {
    const points = Array.from({ length: 1000 }, (_, t) => at(t, t === 500 ? 'outlier' : 'used'))
    expect(thinOut(points, 50).filter(({ use }) => use === 'outlier')).toEqual([at(500, 'outlier')])
  })

  it('is few, in order, and loses neither a use nor the lowest and the highest', () => {
    const point = fc
      .tuple(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(...uses), fc.integer({ min: -99, max: 99 }))
      .map(([t, use, mean]) => at(t, use, mean))
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 400 }), (any) => {
        const points = any.toSorted((a, b) => a.t - b.t)
        const thin = thinOut(points, 24)
        expect(thin.length).toBeLessThanOrEqual(24)
        expect(thin.map(({ t }) => t)).toEqual(thin.map(({ t }) => t).toSorted((a, b) => a - b))
        expect(new Set(thin.map(({ use }) => use))).toEqual(new Set(points.map(({ use }) => use)))
        expect(Math.min(...thin.map(({ low }) => low))).toBe(Math.min(...points.map(({ low }) => low)))
        expect(Math.max(...thin.map(({ high }) => high))).toBe(Math.max(...points.map(({ high }) => high)))
      }),
    )
  })
})
