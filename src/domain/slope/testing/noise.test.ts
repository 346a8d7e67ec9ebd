import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { teeth, teethDensity, type Track, wander, wanderDensity, whiteDensity, whole } from './noise.ts'
import { mean } from './quantile.ts'
import { seededRandom } from './random.ts'

const read = (track: Track, every: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => track(index * every))

/** Mean product of values `lag` apart, as a share of the mean square. */
const correlation = (values: readonly number[], lag: number): number => {
  const products = values.slice(lag).map((value, index) => value * (values[index] ?? 0))
  return (mean(products) ?? 0) / (mean(values.map((value) => value * value)) ?? 1)
}

/** Spread of means over `hoursEach`, turned into a density at frequency zero. */
const densityOf = (track: Track, hoursEach: number): number => {
  const every = seconds(30)
  const each = hours(hoursEach) / every
  const values = read(track, every, each * 200)
  const center = mean(values) ?? 0
  const means = Array.from(
    { length: 200 },
    (_, index) => (mean(values.slice(index * each, (index + 1) * each)) ?? 0) - center,
  )
  return (mean(means.map((value) => value * value)) ?? 0) * hoursEach
}

describe('wander', () => {
  const tau = minutes(10)

  it('has the spread that was asked for, from the first value on', () => {
    const firsts = Array.from({ length: 2000 }, (_, seed) => wander(seededRandom(seed), 4, tau)(0))
    expect(Math.sqrt(mean(firsts.map((value) => value ** 2)) ?? 0)).toBeCloseTo(4, 0)
    const later = read(wander(seededRandom(1), 4, tau), minutes(5), 20_000)
    expect(Math.sqrt(mean(later.map((value) => value ** 2)) ?? 0)).toBeCloseTo(4, 0)
  })

  it.each([
    { lag: 1, expected: Math.exp(-0.5) },
    { lag: 2, expected: Math.exp(-1) },
    { lag: 12, expected: Math.exp(-6) },
  ])('forgets with its time constant: $lag × 5 min', ({ lag, expected }) => {
    const values = read(wander(seededRandom(2), 1, tau), minutes(5), 40_000)
    expect(correlation(values, lag)).toBeCloseTo(expected, 1)
  })

  it('has the density that limits are computed from', () => {
    expect(densityOf(wander(seededRandom(3), 2, minutes(3)), 4) / wanderDensity(2, minutes(3))).toBeCloseTo(
      1,
      0,
    )
  })
})

describe('teeth', () => {
  const plan = { period: minutes(10), height: 100, uneven: 0 }

  it('rises evenly and falls at once', () => {
    const values = read(teeth(seededRandom(1), plan), seconds(30), 400)
    const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
    expect(steps.filter((step) => step < 0).length).toBeCloseTo(20, -1)
    for (const step of steps) expect(step > 0 ? Math.abs(step - 5) : Math.abs(step + 95)).toBeLessThan(0.01)
  })

  it('stays between 0 and its height, half of it in the mean', () => {
    const values = read(teeth(seededRandom(2), plan), seconds(7), 50_000)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThanOrEqual(100)
    expect(mean(values)).toBeCloseTo(50, 0)
  })

  it('has about the density that limits are computed from', () => {
    const uneven = { ...plan, uneven: 0.15 }
    const ratio = densityOf(teeth(seededRandom(3), uneven), 8) / teethDensity(uneven)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(2)
  })
})

describe('whiteDensity', () => {
  it('is the variance of a mean over an hour', () => {
    expect(whiteDensity(3, seconds(30))).toBeCloseTo(9 / 120, 12)
  })
})

describe('whole', () => {
  it.each([
    { value: 2.4, expected: 2 },
    { value: 2.6, expected: 3 },
    { value: -0.7, expected: 0 },
    { value: -5, expected: 0 },
  ])('makes $expected of $value', ({ value, expected }) => {
    expect(whole(value)).toBe(expected)
  })
})
