import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { dropProfile, hasProfile, liftOf } from './dailyProfile.ts'
import type { Series } from './driftMemory.ts'
import { PROFILE } from './parameters.ts'
import { fedSeries, samplesOf, START } from './testing/handMade.ts'
import { seededRandom } from './testing/random.ts'

const EVERY = minutes(5)
const wave = (hour: number): number => Math.cos((2 * Math.PI * (hour - 14)) / 24)

const fed = (valueAt: (hour: number) => number, lastingHours: number): Series =>
  fedSeries(samplesOf(valueAt, lastingHours, { every: EVERY }))

const noise = (): ((sigma: number) => number) => {
  const random = seededRandom(3, 'profile')
  return (sigma) => sigma * random.normal()
}

/** The curve as it was learnt, in the first half of each hour of a day. */
const curveOf = (series: Series): number[] =>
  Array.from({ length: 24 }, (_, hour) => liftOf(series, 2, START / minutes(30) + 2 * hour))

describe('a daily curve is found again', () => {
  const draw = noise()
  const rows: readonly {
    name: string
    valueAt: (hour: number) => number
    hours: number
    height: number
    within: number
  }[] = [
    { name: 'without noise', valueAt: (h) => 100 + 20 * wave(h), hours: 96, height: 40, within: 0.05 },
    { name: 'after a week', valueAt: (h) => 100 + 20 * wave(h), hours: 170, height: 40, within: 0.05 },
    {
      name: 'under noise',
      valueAt: (h) => 100 + 20 * wave(h) + draw(10),
      hours: 120,
      height: 40,
      within: 0.1,
    },
    {
      name: 'under a leak',
      valueAt: (h) => 100 + 20 * wave(h) + 0.5 * h,
      hours: 96,
      height: 40,
      within: 0.1,
    },
    {
      name: 'under a steep leak',
      valueAt: (h) => 100 + 20 * wave(h) + 5 * h,
      hours: 120,
      height: 40,
      within: 0.15,
    },
    {
      name: 'under a falling level',
      valueAt: (h) => 400 + 20 * wave(h) - 2 * h,
      hours: 96,
      height: 40,
      within: 0.1,
    },
    { name: 'twice a day', valueAt: (h) => 100 + 10 * wave(2 * h), hours: 96, height: 20, within: 0.1 },
    { name: 'below zero', valueAt: (h) => -100 + 20 * wave(h), hours: 96, height: 40, within: 0.05 },
    {
      name: 'with nights left out',
      valueAt: (h) => (h % 24 < 7 ? Number.NaN : 100 + 20 * wave(h)),
      hours: 168,
      height: 40,
      within: 0.2,
    },
  ]

  it.each(rows)('$name', ({ valueAt, hours: lasting, height, within }) => {
    const series = fed(valueAt, lasting)
    expect(hasProfile(series)).toBe(true)
    expect(Math.abs(series.curveHeight / height - 1)).toBeLessThan(within)
  })

  it('hour by hour', () => {
    const curve = curveOf(fed((h) => 100 + 20 * wave(h), 120))
    for (const [hour, lift] of curve.entries())
      expect(Math.abs(lift - 20 * wave(hour + 0.25))).toBeLessThan(1)
  })

  it('and a mean over twelve hours is lifted less than one over five minutes', () => {
    // From midnight to noon, around its middle at six.
    const series = fed((h) => 100 + 20 * wave(h + 8), 120)
    const six = START + hours(6)
    expect(liftOf(series, 1, six / minutes(5))).toBeCloseTo(20, 0)
    expect(liftOf(series, 4, START / hours(12))).toBeCloseTo(20 * (2 / Math.PI), 0)
  })
})

describe('no daily curve', () => {
  const draw = noise()
  const rows: readonly { name: string; valueAt: (hour: number) => number; share: number }[] = [
    { name: 'in a line', valueAt: (h) => 100 + h, share: 0.01 },
    { name: 'in a constant', valueAt: () => 100, share: 0.001 },
    { name: 'in noise', valueAt: () => 100 + draw(5), share: 0.02 },
    { name: 'in a step', valueAt: (h) => (h < 50 ? 100 : 200), share: 0.4 },
  ]

  it.each(rows)('$name', ({ valueAt, share }) => {
    const series = fed(valueAt, 100)
    expect(series.curveHeight).toBeLessThanOrEqual(share * 100)
  })

  it('in zeros', () => {
    expect(hasProfile(fed(() => 0, 100))).toBe(false)
  })

  it('before its time, and none from half as many means', () => {
    const most = PROFILE.span / hours(1)
    expect(hasProfile(fed((h) => 100 + 20 * wave(h), most))).toBe(false)
    expect(hasProfile(fed((h) => 100 + 20 * wave(h), most + 3.2))).toBe(true)
    const rare = samplesOf((h) => 100 + 20 * wave(h), 100, { every: hours(6) })
    expect(hasProfile(fedSeries(rare))).toBe(false)
  })

  it('lifts nothing, and neither does one that was dropped', () => {
    expect(curveOf(fed((h) => 100 + 20 * wave(h), 24))).toEqual(Array(24).fill(0))
    const series = fed((h) => 100 + 20 * wave(h), 120)
    dropProfile(series)
    expect(hasProfile(series)).toBe(false)
    expect(curveOf(series)).toEqual(Array(24).fill(0))
  })
})
