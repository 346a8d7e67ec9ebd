import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { addSample } from './bins.ts'
import { driftMemory, type Series } from './driftMemory.ts'
import { type KnownRange, knownRange } from './knownRange.ts'
import { fedSeries, samplesOf, START } from './testing/handMade.ts'

const NOTHING: KnownRange = {
  hours: 0,
  highest: -Infinity,
  third: -Infinity,
  lowest: Infinity,
  swing: 0,
  straightSwing: 0,
}

/** One value every `every` ms from `START` on. */
function fedEvery(every: number, values: readonly number[]): Series {
  const series = driftMemory(1).at(0)
  for (const [i, value] of values.entries()) {
    if (!Number.isNaN(value)) addSample(series, START + i * every, value, 4)
  }
  return series
}

const HALF_HOUR = minutes(30)

describe('the range of half hours', () => {
  const rows: readonly {
    name: string
    values: readonly number[]
    from?: number
    to: number
    expected: Partial<KnownRange>
  }[] = [
    { name: 'of nothing', values: [], to: 10, expected: NOTHING },
    { name: 'of an open bin', values: [5], to: 10, expected: NOTHING },
    { name: 'of one bin', values: [5, 0], to: 10, expected: { highest: 5, third: 5, lowest: 5, swing: 0 } },
    {
      name: 'of two',
      values: [5, 7, 0],
      to: 2,
      expected: { hours: 1, highest: 7, third: 5, lowest: 5, swing: 2 },
    },
    {
      name: 'the third largest',
      values: [1, 9, 2, 8, 3, 7, 0],
      to: 6,
      expected: { highest: 9, third: 7, lowest: 1, hours: 3 },
    },
    { name: 'equal ones count each', values: [9, 9, 9, 1, 0], to: 4, expected: { third: 9, swing: 8 } },
    {
      name: 'up to where it is asked',
      values: [1, 2, 3, 99, 99, 0],
      to: 3,
      expected: { highest: 3, hours: 1.5 },
    },
    { name: 'not a bin that is cut', values: [1, 2, 99, 0], to: 2.9, expected: { highest: 2 } },
    {
      name: 'from where it is asked',
      values: [99, 1, 2, 3, 0],
      from: 1,
      to: 4,
      expected: { highest: 3, hours: 1.5 },
    },
    {
      name: 'over gaps',
      values: [1, Number.NaN, Number.NaN, 4, 0],
      to: 4,
      expected: { hours: 2, highest: 4 },
    },
    {
      name: 'below zero',
      values: [-5, -3, -9, 0],
      to: 3,
      expected: { highest: -3, third: -9, lowest: -9, swing: 6 },
    },
  ]

  it.each(rows)('$name', ({ values, from = 0, to, expected }) => {
    const series = fedEvery(HALF_HOUR, values)
    const range = knownRange(series, START + from * HALF_HOUR, START + to * HALF_HOUR, 'means')
    expect(range).toMatchObject(expected)
  })
})

describe('the range of weeks', () => {
  const values = Array.from({ length: 28 * 48 + 1 }, (_, i) => (i === 30 ? 1000 : i % 48))

  it('comes from coarser bins where the fine ones end', () => {
    const series = fedEvery(HALF_HOUR, values)
    const end = START + days(28)
    const day = knownRange(series, end - days(1), end, 'means')
    const week = knownRange(series, end - days(6), end, 'means')
    const all = knownRange(series, START, end, 'means')
    expect(day).toMatchObject({ hours: 24, highest: 47, lowest: 0 })
    expect(week).toMatchObject({ hours: 6 * 24, highest: 47, third: 47, lowest: 0 })
    expect(all.hours).toBe(28 * 24)
    expect(all.highest).toBeGreaterThan(47)
    expect(all.highest).toBeLessThan(1000)
  })

  it('remembers half minutes, and half hours inside of three hours', () => {
    const minutely = Array.from({ length: 40 * 60 }, (_, i) => (i === 300 ? 500 : i === 301 ? 100 : 1))
    const series = fedEvery(minutes(1), minutely)
    const to = START + hours(40)
    expect(knownRange(series, START, to, 'half-minutes').highest).toBe(500)
    expect(knownRange(series, START, to, 'means').highest).toBeCloseTo((500 + 100 + 28) / 30, 4)
  })
})

const curved = (leak: number): Series =>
  fedSeries(
    samplesOf((h) => 100 + 20 * Math.cos((2 * Math.PI * h) / 24) + (h > 90 ? leak : 0), 97, {
      every: minutes(3),
    }),
  )
const rangeOf = (series: Series): KnownRange => knownRange(series, START, START + hours(96), 'means')

describe('the range without the daily curve', () => {
  it('is the swing where the curve is not known', () => {
    const series = curved(0)
    series.curveHeight = Number.NaN
    const { swing, straightSwing } = rangeOf(series)
    expect(swing).toBeCloseTo(40, 0)
    expect(straightSwing).toBe(swing)
  })

  it('is what the curve does not explain', () => {
    const { swing, straightSwing } = rangeOf(curved(0))
    expect(swing).toBeCloseTo(40, 0)
    expect(straightSwing).toBeLessThan(10)
    expect(rangeOf(curved(30)).straightSwing).toBeGreaterThan(25)
  })
})

describe('any series', () => {
  it('has its range within its values, and a longer time never a smaller one', () => {
    const value = fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constant(Number.NaN))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 300 }), fc.nat(150), fc.nat(150), (values, from, more) => {
        const series = fedEvery(HALF_HOUR, values)
        const ask = (to: number): KnownRange =>
          knownRange(series, START + from * HALF_HOUR, START + to * HALF_HOUR, 'means')
        const [short, long] = [ask(from + 20), ask(from + 20 + more)]
        const numbers = values.filter((each) => !Number.isNaN(each))
        expect(long.highest).toBeLessThanOrEqual(Math.max(-Infinity, ...numbers))
        expect(long.lowest).toBeGreaterThanOrEqual(Math.min(Infinity, ...numbers))
        expect(long.third).toBeLessThanOrEqual(long.highest)
        expect(long.swing).toBeGreaterThanOrEqual(0)
        expect(long.straightSwing).toBeGreaterThanOrEqual(0)
        expect(long.hours).toBeGreaterThanOrEqual(short.hours > 0 ? 0.5 : 0)
      }),
      { numRuns: 60 },
    )
  })
})
