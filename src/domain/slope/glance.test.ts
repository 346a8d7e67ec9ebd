import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { newestBin } from './bins.ts'
import { binWindow } from './binWindow.ts'
import type { Series } from './driftMemory.ts'
import { isWorthTesting } from './glance.ts'
import { LEVELS, type LevelNumber } from './levels.ts'
import { fedSeries, samplesOf } from './testing/handMade.ts'
import { seededRandom } from './testing/random.ts'
import { testWindow } from './windowTest.ts'

function isDrift(series: Series, level: LevelNumber, length: number, limit: number): boolean {
  const window = binWindow(series, level, length, newestBin(series, level))
  return window !== null && testWindow(series, window, limit).kind === 'drift'
}

describe('a window is worth a test', () => {
  const rows: readonly {
    name: string
    valueAt: (hour: number) => number
    hours?: number
    level?: LevelNumber
    length?: number
    limit?: number
    expected: boolean
  }[] = [
    { name: 'when it rises', valueAt: (h) => 100 + 5 * h, expected: true },
    { name: 'not when it falls', valueAt: (h) => 300 - 5 * h, expected: false },
    { name: 'not when it is level', valueAt: () => 100, expected: false },
    { name: 'not when it rises by a trifle', valueAt: (h) => 100 + 0.05 * h, expected: false },
    { name: 'when the trifle is near the limit', valueAt: (h) => 100 + 0.05 * h, limit: 105, expected: true },
    {
      name: 'not when it comes back',
      valueAt: (h) => 100 + 50 * Math.sin((Math.PI * h) / 26),
      expected: false,
    },
    { name: 'not when it is too young', valueAt: (h) => 100 + 5 * h, hours: 12, expected: false },
    {
      name: 'when a quarter of it is a gap',
      valueAt: (h) => (h > 1 && h < 15 ? Number.NaN : 100 + 5 * h),
      expected: true,
    },
    {
      name: 'not of minutes without a limit',
      valueAt: (h) => 20 + 600 * h,
      hours: 0.2,
      level: 0,
      length: 20,
      expected: false,
    },
    {
      name: 'of minutes when the limit is near',
      valueAt: (h) => 20 + 600 * h,
      hours: 0.2,
      level: 0,
      length: 20,
      limit: 300,
      expected: true,
    },
    {
      name: 'not of minutes when it is far',
      valueAt: (h) => 20 + 600 * h,
      hours: 0.2,
      level: 0,
      length: 20,
      limit: 9e9,
      expected: false,
    },
  ]

  it.each(rows)('$name', ({ valueAt, hours = 26, level = 2, length = 48, limit = Number.NaN, expected }) => {
    const series = fedSeries(samplesOf(valueAt, hours, { every: minutes(level === 0 ? 0.25 : 2) }))
    expect(isWorthTesting(series, level, length, limit)).toBe(expected)
  })
})

describe('a glance', () => {
  it('drops no window that the test would call a drift', () => {
    const story = fc.record({
      seed: fc.nat(),
      perHour: fc.double({ min: 0.2, max: 20, noNaN: true }),
      sigma: fc.double({ min: 0, max: 20, noNaN: true }),
      daily: fc.double({ min: 0, max: 30, noNaN: true }),
      calm: fc.integer({ min: 0, max: 40 }),
      limit: fc.constantFrom(Number.NaN, 300, 1000, 5000),
      hours: fc.integer({ min: 1, max: 90 }),
      bent: fc.double({ min: 0.5, max: 2, noNaN: true }),
      asleep: fc.integer({ min: 0, max: 9 }),
    })
    let drifts = 0
    fc.assert(
      fc.property(story, ({ seed, perHour, sigma, daily, calm, limit, hours, bent, asleep }) => {
        const draw = seededRandom(seed)
        const valueAt = (h: number): number =>
          h % 24 < asleep
            ? Number.NaN
            : 100 +
              perHour * Math.max(0, h - calm) ** bent +
              daily * Math.cos((2 * Math.PI * h) / 24) +
              sigma * draw.normal()
        const series = fedSeries(samplesOf(valueAt, hours, { every: minutes(4) }))
        for (const { number: level, windows } of LEVELS) {
          for (const length of windows) {
            if (!isDrift(series, level, length, limit)) continue
            drifts++
            expect(isWorthTesting(series, level, length, limit), `level ${level}, ${length} bins`).toBe(true)
          }
        }
      }),
      { numRuns: 160, seed: 1 },
    )
    expect(drifts).toBeGreaterThan(50)
  })
})
