import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { addSample, binOf, meanOf, newestBin } from './bins.ts'
import { binWindow, firstBinOfSegment, sizeOf } from './binWindow.ts'
import { hasProfile, liftOf } from './dailyProfile.ts'
import { driftMemory, type Series } from './driftMemory.ts'
import { FULL } from './parameters.ts'
import { fedSeries, samplesOf, START } from './testing/handMade.ts'

const HALF_HOUR = minutes(30)

/** One value a half-hour bin; NaN leaves the bin empty. The last value stays in the open bin. */
function halfHours(values: readonly number[], segmentStart = START): Series {
  const series = driftMemory(1).at(0)
  series.segmentStart = segmentStart
  for (const [i, value] of values.entries()) {
    if (!Number.isNaN(value)) addSample(series, START + i * HALF_HOUR, value, 4)
  }
  return series
}

const line = (length: number): number[] => Array.from({ length: length + 1 }, (_, i) => i)
const lineWithout = (length: number, isGone: (i: number) => boolean): number[] =>
  line(length).map((value) => (isGone(value) ? Number.NaN : value))

const windowOver = (series: Series, length: number): ReturnType<typeof binWindow> =>
  binWindow(series, 2, length, newestBin(series, 2))

const sizeAmong = (values: readonly number[]): number | null => {
  const window = windowOver(halfHours(values), 12)
  return window === null ? null : sizeOf(window)
}

describe('a window is', () => {
  it('its filled bins, from the first on, in hours', () => {
    const window = windowOver(halfHours(lineWithout(12, (i) => i === 5)), 12)
    expect(window?.y).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11])
    expect(window?.x.slice(0, 6)).toEqual([0.25, 0.75, 1.25, 1.75, 2.25, 3.25])
    expect(window).toMatchObject({ level: 2, step: 0.5, hours: 6, first: binOf(2, START), now: 10.5 })
  })

  it('only as long as asked for', () => {
    expect(windowOver(halfHours(line(40)), 12)?.y).toEqual([28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39])
  })

  it('as large as the larger of mean and median, without a sign', () => {
    expect(sizeAmong([...Array(10).fill(-2), 18, 18, 0])).toBe(2)
    expect(sizeAmong([...Array(10).fill(2), 62, 62, 0])).toBe(12)
  })
})

describe('a window is there', () => {
  const rows: readonly { name: string; values: readonly number[]; length: number; expected: boolean }[] = [
    { name: 'when full', values: line(24), length: 24, expected: true },
    { name: 'not of nothing', values: [], length: 24, expected: false },
    { name: 'not of one bin', values: [1, 2], length: 8, expected: false },
    { name: 'when three quarters long', values: line(0.75 * 24), length: 24, expected: true },
    { name: 'not when shorter', values: line(0.75 * 24 - 1), length: 24, expected: false },
    {
      name: 'with two of five bins',
      values: lineWithout(25, (i) => ![0, 2].includes(i % 5)),
      length: 25,
      expected: true,
    },
    { name: 'not with one of three', values: lineWithout(24, (i) => i % 3 > 0), length: 24, expected: false },
    {
      name: 'not with fewer bins than a line needs',
      values: lineWithout(8, (i) => i === 2 || i === 5),
      length: 8,
      expected: false,
    },
    {
      name: 'not when its begin is a gap',
      values: lineWithout(24, (i) => i < 8),
      length: 24,
      expected: false,
    },
  ]

  it.each(rows)('$name', ({ values, length, expected }) => {
    expect(windowOver(halfHours(values), length) !== null).toBe(expected)
  })
})

describe('a segment', () => {
  it.each([
    { name: 'begins with the bin it begins in', after: 0, expected: 0 },
    { name: 'leaves out a bin that began before it', after: 1, expected: 1 },
    { name: 'leaves out what is before', after: 3 * HALF_HOUR, expected: 3 },
  ])('$name', ({ after, expected }) => {
    const series = halfHours(line(12), START + after)
    expect(firstBinOfSegment(series, 2) - binOf(2, START)).toBe(expected)
    expect(windowOver(series, 12)?.y[0]).toBe(expected)
  })

  it('that begins later than now has no window', () => {
    expect(windowOver(halfHours(line(48), START + hours(900)), 12)).toBeNull()
  })
})

describe('the daily curve', () => {
  const series = fedSeries(
    samplesOf((h) => 100 + 20 * Math.cos((2 * Math.PI * h) / 24), 120, { every: minutes(2) }),
  )

  it('is taken away from windows of hours', () => {
    const window = windowOver(series, 48)
    expect(hasProfile(series)).toBe(true)
    expect(Math.max(...(window?.y ?? [])) - Math.min(...(window?.y ?? []))).toBeLessThan(3)
  })

  it('is left in windows of minutes, and in what is now', () => {
    const newest = newestBin(series, 0)
    expect(binWindow(series, 0, 20, newest)?.y.at(-1)).toBeUndefined()
    const now = windowOver(series, 8)?.now ?? 0
    const last = newestBin(series, 2)
    expect(now).toBeCloseTo((meanOf(series, 2, last) + meanOf(series, 2, last - 1)) / 2, 4)
    expect(liftOf(series, 2, last)).toBeGreaterThan(15)
  })
})

describe('any bins', () => {
  it('make a window with rising hours, as full as it has to be, or none', () => {
    const value = fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constant(Number.NaN))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.constantFrom(8, 12, 24, 48), (values, length) => {
        const window = windowOver(halfHours(values), length)
        if (window === null) return
        expect(window.x.length).toBe(window.y.length)
        expect(window.x.length).toBeGreaterThanOrEqual(Math.max(FULL.bins, FULL.share * length))
        expect(window.hours).toBeGreaterThanOrEqual(FULL.span * length * window.step)
        expect(window.x.every((x, i) => x > (window.x[i - 1] ?? 0) && x < window.hours)).toBe(true)
        expect(window.y.every(Number.isFinite)).toBe(true)
      }),
    )
  })
})
