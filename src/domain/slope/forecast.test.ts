import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Series } from './driftMemory.ts'
import type { Fit } from './fit.ts'
import { driftFit, flatFit, type Forecast, forecast } from './forecast.ts'
import { INTERVAL } from './parameters.ts'
import { fedSeries, samplesOf, START, windowOf } from './testing/handMade.ts'
import { trend } from './trend.ts'

/** A fit of half-hour means over a day. */
function fitOf(valueAt: (hour: number) => number, spread = 0.1, bins = 48): Fit {
  const window = windowOf(
    Array.from({ length: bins }, (_, i) => valueAt((i + 0.5) / 2)),
    2,
    0.5,
  )
  const line = trend(window.x, window.y, 0.5)
  if (line === null) throw new Error('too few bins for a line')
  return { window, trend: line, interval: [line.slope - spread, line.slope + spread] }
}

/** The forecast at the end of the window. */
const forecastOf = (fit: Fit, limit: number, later = 0): Forecast | null =>
  forecast(fit, limit, START + hours(fit.window.hours + later))

const line = (h: number): number => 100 + 2 * h
const NOW = 100 + 2 * 24

describe('forecast', () => {
  const rows: readonly { name: string; fit: Fit; limit: number; hours: number | null; within?: number }[] = [
    { name: 'a line', fit: fitOf(line), limit: NOW + 20, hours: 10 },
    { name: 'a line far below', fit: fitOf(line), limit: NOW + 20_000, hours: 10_000 },
    { name: 'a line from below zero', fit: fitOf((h) => line(h) - 500), limit: 0, hours: 176 },
    { name: 'a line at its limit', fit: fitOf(line), limit: NOW, hours: 0 },
    { name: 'a line above its limit', fit: fitOf(line), limit: NOW - 50, hours: 0 },
    { name: 'growth above its limit', fit: fitOf((h) => 2 ** (h / 4)), limit: 30, hours: 0 },
    { name: 'growth above a limit below zero', fit: fitOf((h) => 2 ** (h / 4)), limit: -30, hours: 0 },
    { name: 'no limit', fit: fitOf(line), limit: Number.NaN, hours: null },
    { name: 'a limit that is none', fit: fitOf(line), limit: Infinity, hours: null },
    { name: 'a constant', fit: fitOf(() => 5), limit: 10, hours: null },
    { name: 'a falling line', fit: fitOf((h) => 500 - h), limit: 1000, hours: null },
    {
      name: 'growth: doubles every 6 h, to eight times',
      fit: fitOf((h) => 80 * 2 ** (h / 6)),
      limit: 80 * 2 ** 7,
      hours: 18,
      within: 0.1,
    },
    {
      name: 'growth that is as good a line',
      fit: fitOf((h) => 1000 * 1.002 ** h),
      limit: 2000,
      hours: 455,
      within: 0.1,
    },
  ]

  it.each(rows)('$name', ({ fit, limit, hours: expected, within = 1e-3 }) => {
    const found = forecastOf(fit, limit)?.eta ?? null
    const wanted = expected ?? 0
    expect(found === null).toBe(expected === null)
    expect(Math.abs((found ?? 0) / hours(1) - wanted)).toBeLessThanOrEqual(within * wanted)
  })

  it('has the bounds of the slope', () => {
    const found = forecastOf(fitOf(line, 1), NOW + 30)
    expect(found?.earliest).toBeCloseTo(hours(10), -1)
    expect(found?.latest).toBeCloseTo(hours(30), -1)
  })

  it('counts from now, not from the end of the last bin', () => {
    const found = forecastOf(fitOf(line, 1), NOW + 30, 2)
    expect(found?.eta).toBeCloseTo(hours(13), -1)
    expect(found?.earliest).toBeCloseTo(hours(8), -1)
    expect(found?.latest).toBeCloseTo(hours(28), -1)
    expect(forecastOf(fitOf(line, 1), NOW + 30, 20)).toMatchObject({ eta: 0, earliest: 0 })
  })

  it('has no latest time where the slope may be 0', () => {
    expect(forecastOf(fitOf(line, 2), NOW + 30)?.latest).toBeNull()
    expect(forecastOf(fitOf(line, 3), NOW + 30)?.latest).toBeNull()
  })

  it('of anything that rises, lies within its bounds and is never below 0', () => {
    const story = fc.record({
      values: fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 10, maxLength: 48 }),
      growth: fc.double({ min: 0, max: 0.5, noNaN: true }),
      limit: fc.integer({ min: -2000, max: 2000 }),
      spread: fc.double({ min: 0, max: 100, noNaN: true }),
    })
    fc.assert(
      fc.property(story, ({ values, growth, limit, spread }) => {
        const fit = fitOf(
          (h) => (values[Math.floor(2 * h)] ?? 0) + Math.exp(growth * h),
          spread,
          values.length,
        )
        const found = forecastOf(fit, limit)
        expect(found === null).toBe(fit.trend.slope <= 0)
        if (found === null) return
        expect(found.earliest).toBeGreaterThanOrEqual(0)
        expect(found.eta).toBeGreaterThanOrEqual(found.earliest)
        expect(found.latest ?? Infinity).toBeGreaterThanOrEqual(found.eta * (1 - 1e-9))
      }),
    )
  })
})

const fed = (valueAt: (hour: number) => number, lasting: number): Series =>
  fedSeries(samplesOf(valueAt, lasting, { every: minutes(1) }))

const widthOf = (fit: Fit | null): number => (fit === null ? Number.NaN : fit.interval[1] - fit.interval[0])

describe('flatFit', () => {
  it.each([
    { lasting: 0.05, expected: 0 },
    { lasting: 0.2, expected: 1 / 6 },
    { lasting: 1.1, expected: 1 },
    { lasting: 3, expected: 2.5 },
    { lasting: 13, expected: 12 },
    { lasting: 25, expected: 24 },
    { lasting: 76, expected: 72 },
    { lasting: 172, expected: 168 },
  ])('after $lasting h is over $expected h', ({ lasting, expected }) => {
    const fit = flatFit(fedSeries(samplesOf(line, lasting)))
    expect(fit?.window.hours ?? 0).toBeCloseTo(expected, 6)
    expect(fit?.trend.slope ?? 2).toBeCloseTo(2, 3)
  })

  it('is less sure where the daily curve is not known', () => {
    const [short, day, week] = [13, 25, 172].map((lasting) => widthOf(flatFit(fed(() => 100, lasting))))
    expect(short).toBeCloseTo((2 * INTERVAL.z * INTERVAL.curve * INTERVAL.shorter * 100) / 12, 6)
    expect(day).toBeCloseTo((2 * INTERVAL.z * INTERVAL.curve * INTERVAL.day * 100) / 24, 6)
    expect(week).toBeLessThan(0.01)
  })
})

describe('driftFit', () => {
  it('is over the whole of a drift', () => {
    const series = fed((h) => 600 + 30 * h + 20 * Math.sin(h * 50), 100)
    const fit = driftFit(series, START + hours(100))
    expect(fit?.window.hours).toBeGreaterThan(60)
    expect(fit?.trend.slope).toBeGreaterThan(29)
    expect(fit?.trend.slope).toBeLessThan(31)
    expect(fit?.interval[0]).toBeLessThan(30)
    expect(fit?.interval[1]).toBeGreaterThan(30)
  })
})
