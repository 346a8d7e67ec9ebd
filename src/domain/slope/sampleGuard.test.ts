import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { driftMemory } from './driftMemory.ts'
import { GUARD } from './parameters.ts'
import { acceptSample, clipOutlier, resetGuard, type SeriesKind } from './sampleGuard.ts'
import { START } from './testing/handMade.ts'
import { seededRandom } from './testing/random.ts'

type Raw = readonly [afterSeconds: number, raw: number]

function accepted(kind: SeriesKind, raws: readonly Raw[]): number[] {
  const series = driftMemory(1).at(0)
  return raws.map(([after, raw]) => acceptSample(series, kind, START + seconds(after), raw))
}

const NO = Number.NaN

describe('acceptSample', () => {
  const rows: readonly {
    name: string
    kind: SeriesKind
    raws: readonly Raw[]
    expected: readonly number[]
  }[] = [
    {
      name: 'a gauge is its value',
      kind: 'gauge',
      raws: [
        [0, 5],
        [1, -3],
        [2, 0],
      ],
      expected: [5, -3, 0],
    },
    {
      name: 'no finite number',
      kind: 'gauge',
      raws: [
        [0, NO],
        [1, Infinity],
        [2, -Infinity],
        [3, 1],
      ],
      expected: [NO, NO, NO, 1],
    },
    {
      name: 'beyond single precision',
      kind: 'gauge',
      raws: [
        [0, 1e308],
        [1, -1e39],
        [2, 1e30],
      ],
      expected: [NO, NO, 1e30],
    },
    {
      name: 'twice at one time',
      kind: 'gauge',
      raws: [
        [0, 1],
        [0, 2],
        [1, 3],
      ],
      expected: [1, NO, 3],
    },
    {
      name: 'going back',
      kind: 'gauge',
      raws: [
        [10, 1],
        [5, 2],
        [9, 3],
        [11, 4],
      ],
      expected: [1, NO, NO, 4],
    },
    {
      name: 'what is left out leaves no trace',
      kind: 'gauge',
      raws: [
        [0, 1],
        [9, NO],
        [5, 2],
      ],
      expected: [1, NO, 2],
    },
    {
      name: 'a counter is its rate',
      kind: 'counter',
      raws: [
        [0, 100],
        [10, 150],
        [20, 150],
      ],
      expected: [NO, 5, 0],
    },
    {
      name: 'a counter over a gap',
      kind: 'counter',
      raws: [
        [0, 0],
        [3600, 7200],
      ],
      expected: [NO, 2],
    },
    {
      name: 'a reset counts from zero',
      kind: 'counter',
      raws: [
        [0, 100],
        [10, 30],
        [20, 50],
      ],
      expected: [NO, 3, 2],
    },
    {
      name: 'a reset to zero',
      kind: 'counter',
      raws: [
        [0, 100],
        [10, 0],
      ],
      expected: [NO, 0],
    },
    {
      name: 'a counter skips what is no number',
      kind: 'counter',
      raws: [
        [0, 0],
        [5, NO],
        [10, 20],
      ],
      expected: [NO, NO, 2],
    },
    {
      name: 'a rate beyond single precision',
      kind: 'counter',
      raws: [
        [0, 0],
        [0.001, 1e30],
        [10, 1e30],
      ],
      expected: [NO, NO, 0],
    },
  ]

  it.each(rows)('$name', ({ kind, raws, expected }) => {
    expect(accepted(kind, raws)).toEqual(expected)
  })

  it.each([-1, -1e15, 1e15, NO, Infinity, -Infinity])('leaves out the time %d', (t) => {
    const series = driftMemory(1).at(0)
    expect(acceptSample(series, 'gauge', t, 1)).toBeNaN()
    expect(series.lastAt).toBeNaN()
  })

  it('of a steady counter with any resets, no rate is below 0 or above the true one', () => {
    const steps = fc.array(fc.record({ by: fc.integer({ min: 1, max: 999 }), reset: fc.boolean() }))
    fc.assert(
      fc.property(steps, (list) => {
        let [total, after] = [0, 0]
        const raws = list.map(({ by, reset }): Raw => {
          total = reset ? by : total + by
          return [(after += by), total]
        })
        for (const rate of accepted('counter', raws).slice(1)) {
          expect(rate).toBeGreaterThanOrEqual(0)
          expect(rate).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })
})

const NOISE = 2
const LEVEL = 100

/** A series that is used to 100 ± 2, then these values: what the guard makes of them. */
function guarded(values: readonly number[]): number[] {
  const series = driftMemory(1).at(0)
  const random = seededRandom(1, 'guard')
  for (let i = 0; i < 500; i++) clipOutlier(series, LEVEL + NOISE * random.normal())
  return values.map((value) => clipOutlier(series, value))
}

describe('clipOutlier', () => {
  /** How far a value may come after each more outlier; deviations are known to a third. */
  const edge = 1.5 * GUARD.reach * NOISE

  it.each([
    { name: 'one far above', values: [1000, 100] },
    { name: 'one far below', values: [-1000, 100] },
    { name: 'two', values: [1000, 1000, 100] },
    { name: 'two, apart', values: [1000, 100, 1000, 100] },
    { name: 'one each side', values: [1000, -1000, 100] },
  ])('clips $name', ({ values }) => {
    const found = guarded(values)
    for (const [i, value] of values.entries()) {
      expect(Math.abs((found[i] ?? Infinity) - LEVEL)).toBeLessThanOrEqual(value === LEVEL ? 0 : edge)
    }
  })

  it('lets a step pass once it lasts', () => {
    const found = guarded(Array(GUARD.patience + 5).fill(300))
    expect(found.slice(0, GUARD.patience).every((value) => value < 200)).toBe(true)
    expect(found.slice(GUARD.patience)).toEqual(Array(5).fill(300))
  })

  it('lets what is usual pass', () => {
    const usual = [99, 101, 103, 97, 100]
    expect(guarded(usual)).toEqual(usual)
  })

  it('takes the first value as it is, and the first one after a reset', () => {
    const series = driftMemory(1).at(0)
    expect(clipOutlier(series, 1e6)).toBe(1e6)
    resetGuard(series)
    expect(clipOutlier(series, -5)).toBe(-5)
  })

  it('lets the first change of a zero pass', () => {
    const series = driftMemory(1).at(0)
    expect([0, 0, 0, 7].map((value) => clipOutlier(series, value))).toEqual([0, 0, 0, 7])
  })

  it('follows a slow rise without clipping', () => {
    const rise = Array.from({ length: 400 }, (_, i) => LEVEL + i * 0.05 * NOISE)
    expect(guarded(rise)).toEqual(rise)
  })

  it('gives nothing outside of the values it has seen, and lets any level pass in the end', () => {
    const value = fc.integer({ min: -1e9, max: 1e9 })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), value, (values, last) => {
        const series = driftMemory(1).at(0)
        const found = values.map((each) => clipOutlier(series, each))
        const slack = 1e-6 * Math.max(...values.map(Math.abs))
        expect(Math.min(...found)).toBeGreaterThanOrEqual(Math.min(...values) - slack)
        expect(Math.max(...found)).toBeLessThanOrEqual(Math.max(...values) + slack)
        // The first step away from values that never moved passes by itself, and counts as none of the run.
        for (let i = 0; i <= GUARD.patience; i++) clipOutlier(series, last)
        expect(clipOutlier(series, last)).toBe(last)
      }),
      { examples: [[[0], -1]] },
    )
  })
})
