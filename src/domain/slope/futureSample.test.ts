import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { assessSeries } from './assessment.ts'
import { binOf, meanOf, newestBin, oldestBin } from './bins.ts'
import type { Series } from './driftMemory.ts'
import { feed, feedRestart } from './feed.ts'
import { LEVEL_NUMBERS } from './levels.ts'
import { LEAP } from './parameters.ts'
import { feedAll, fedSeries, samplesOf, START } from './testing/handMade.ts'

const at = (hour: number): number => START + hours(hour)
const leak = (h: number): number => 600 + 30 * h

/** Thirty hours of a leak; in the middle of the thirtieth hour one sample is stamped `ahead` hours too late. */
function misled(ahead: number): Series {
  const series = fedSeries(samplesOf(leak, 29.5))
  feed(series, { kind: 'gauge' }, at(29.5 + ahead), leak(29.5))
  return feedAll(series, samplesOf(leak, 2, { from: at(29.5) + seconds(30) }))
}

describe('a sample from the future', () => {
  it.each([0.2, 1, 6, 24, 200])('%d hours ahead: the series goes on within two minutes', (ahead) => {
    const series = misled(ahead)
    expect(series.lastAt).toBe(at(31.5))
    const finest = Array.from({ length: 20 }, (_, i) => meanOf(series, 0, newestBin(series, 0) - i))
    expect(finest).not.toContain(Number.NaN)
    expect(meanOf(series, 2, binOf(2, at(30)))).toBeCloseTo(leak(30.25), -1)
  })

  it('of some hours ahead: the drift is still known, and told of now', () => {
    const told = assessSeries(misled(6), { kind: 'gauge', limit: 4096 })
    expect(told).toMatchObject({ verdict: 'drift' })
    expect(told.slopePerHour).toBeCloseTo(30, 0)
    expect((told.etaMs ?? 0) / hours(1)).toBeCloseTo((4096 - leak(31.5)) / 30, 0)
  })

  it('of a counter, costs one rate more', () => {
    const counted = samplesOf((h) => 3600 * h, 4)
    const series = fedSeries(counted, { kind: 'counter' })
    feed(series, { kind: 'counter' }, at(9), 3600 * 4)
    feedAll(
      series,
      samplesOf((h) => 3600 * h, 2, { from: at(4) + seconds(30) }),
      { kind: 'counter' },
    )
    expect(series.lastAt).toBe(at(6))
    expect(meanOf(series, 1, newestBin(series, 1))).toBeCloseTo(1, 4)
  })

  it('within the start-up, leaves nothing behind', () => {
    const series = fedSeries(samplesOf(leak, 3))
    feedRestart(series, at(3))
    feed(series, { kind: 'gauge' }, at(4), leak(3))
    feedAll(series, samplesOf(leak, 2, { from: at(3) + seconds(30) }))
    expect(series.lastAt).toBe(at(5))
    for (let bin = oldestBin(series, 1); bin <= newestBin(series, 1); bin++) {
      expect(meanOf(series, 1, bin)).not.toBeGreaterThan(leak(5))
    }
  })
})

describe('what is no sample from the future', () => {
  it('a gap: late ones, fewer than it takes, are left out', () => {
    const series = fedSeries([...samplesOf(leak, 2), ...samplesOf(leak, 1, { from: at(10) })])
    const { lastAt } = series
    for (let i = 0; i < LEAP.refused; i++) feed(series, { kind: 'gauge' }, at(5) + i * seconds(30), 1)
    expect(series.lastAt).toBe(lastAt)
  })

  it('many late ones in no order, or from before the gap', () => {
    const series = fedSeries([...samplesOf(leak, 2), ...samplesOf(leak, 1, { from: at(10) })])
    const { lastAt } = series
    for (let i = 0; i < 20; i++) feed(series, { kind: 'gauge' }, at(5) - i * seconds(30), 1)
    for (let i = 0; i < 20; i++) feed(series, { kind: 'gauge' }, at(1) + i * seconds(30), 1)
    expect(series.lastAt).toBe(lastAt)
  })
})

it('never makes a bin of what no sample was, whatever leaps there are', () => {
  const step = fc.record({
    by: fc.oneof(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: -2000, max: 2000 }),
      fc.integer({ min: 20, max: 90 }),
    ),
    v: fc.integer({ min: 10, max: 20 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const series = fedSeries([])
      let t = START + hours(500)
      for (const { by, v } of steps) feed(series, { kind: 'gauge' }, (t += minutes(by)), v)
      for (const level of LEVEL_NUMBERS) {
        for (let bin = oldestBin(series, level); bin <= newestBin(series, level); bin++) {
          const mean = meanOf(series, level, bin)
          expect(Number.isNaN(mean) || (mean >= 10 && mean <= 20)).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})
