import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { newestBin } from './bins.ts'
import { binWindow } from './binWindow.ts'
import type { Series } from './driftMemory.ts'
import type { LevelNumber } from './levels.ts'
import { type WithinRange, withinRange } from './newHigh.ts'
import { NEW_HIGH } from './parameters.ts'
import { fedSeries, samplesOf, START } from './testing/handMade.ts'

/** What is said of the rise over the last `length` bins of a level, as steep as its ends are apart. */
function said(
  series: Series,
  level: LevelNumber,
  length: number,
  {
    perHour,
    hoursToLimit = Number.NaN,
  }: { perHour?: number | undefined; hoursToLimit?: number | undefined } = {},
): WithinRange {
  const window = binWindow(series, level, length, newestBin(series, level))
  if (window === null) throw new Error('too few bins')
  const slope = perHour ?? ((window.y.at(-1) ?? 0) - (window.y[0] ?? 0)) / window.hours
  return withinRange(series, window, { slope, rise: slope * window.hours, hoursToLimit })
}

const fed = (valueAt: (hour: number) => number, lasting: number, segmentHour = 0): Series => {
  const series = fedSeries(samplesOf(valueAt, lasting, { every: minutes(3) }))
  series.segmentStart = START + hours(segmentHour)
  series.curveHeight = Number.NaN
  return series
}

/** The daily curve stays as it was learned. */
const fedKnowing = (valueAt: (hour: number) => number, lasting: number): Series =>
  fedSeries(samplesOf(valueAt, lasting, { every: minutes(3) }))

const daily = (hour: number): number => 20 * Math.cos((2 * Math.PI * (hour - 12)) / 24)
const from = (start: number, perHour: number) => (hour: number) => Math.max(0, hour - start) * perHour

describe('withinRange', () => {
  const rows: readonly {
    name: string
    series: () => Series
    level?: LevelNumber
    length?: number
    hoursToLimit?: number
    perHour?: number
    expected: WithinRange
  }[] = [
    {
      name: 'a day of a line, nothing else known',
      series: () => fed((h) => 100 + 5 * h, 24),
      length: 48,
      expected: null,
    },
    {
      name: 'twelve hours of a line, nothing else known',
      series: () => fed((h) => 100 + 5 * h, 12),
      length: 24,
      expected: 'within its usual range',
    },
    {
      name: 'twelve hours that multiply the level',
      series: () => fed((h) => 100 + 80 * h, 12),
      length: 24,
      expected: null,
    },
    {
      name: 'ten hours that rise as the morning of a curve of 55 % would',
      series: () => fed((h) => 100 - 55 * Math.cos((Math.PI * h) / 10), 10),
      length: 24,
      perHour: (24 * 55) / Math.PI ** 2 / 10,
      expected: 'within its usual range',
    },
    {
      name: 'a rise after two calm days',
      series: () => fed((h) => 100 + from(48, 5)(h), 60),
      length: 24,
      expected: null,
    },
    {
      name: 'four hours that rise by a third after two calm days: load has moved here',
      series: () => fed((h) => 100 + from(48, 8)(h), 52),
      length: 8,
      expected: 'within its usual range',
    },
    {
      name: 'the same where the limit is near',
      series: () => fed((h) => 100 + from(48, 8)(h), 52),
      length: 8,
      hoursToLimit: 10,
      expected: null,
    },
    {
      name: 'four hours that rise by the level itself',
      series: () => fed((h) => 100 + from(48, 25)(h), 52),
      length: 8,
      expected: null,
    },
    {
      name: 'nine hours that rise by a third',
      series: () => fed((h) => 100 + from(48, 4)(h), 57),
      length: 18,
      expected: null,
    },
    {
      name: 'four hours after four calm days',
      series: () => fed((h) => 100 + from(96, 8)(h), 100),
      length: 8,
      expected: null,
    },
    {
      name: 'two and a half hours after four calm days',
      series: () => fed((h) => 100 + from(96, 8)(h), 98.5),
      level: 1,
      length: 30,
      expected: 'within its usual range',
    },
    {
      name: 'the morning of a daily curve',
      series: () => fed((h) => 100 + daily(h), 82),
      length: 18,
      expected: 'below its earlier plateau',
    },
    {
      name: 'a morning a bit higher than those before',
      series: () => fed((h) => 100 + (h < 72 ? 1 : 1.15) * daily(h), 84),
      length: 18,
      expected: 'within its usual range',
    },
    {
      name: 'nine hours of a leak from the trough of a curve, while the curve is not known',
      series: () => fed((h) => 100 + daily(h) + from(99, 5)(h), 110),
      length: 18,
      perHour: 4,
      expected: 'within its usual range',
    },
    {
      name: 'the same where it is known',
      series: () => fedKnowing((h) => 100 + daily(h) + from(99, 5)(h), 110),
      length: 18,
      perHour: 4,
      expected: null,
    },
    {
      name: 'a leak below what the known curve reaches',
      series: () => fedKnowing((h) => 100 + daily(h) + from(96, 1)(h), 101),
      length: 18,
      perHour: 4,
      expected: 'below its earlier plateau',
    },
    {
      name: 'a way back to an earlier plateau',
      series: () => fed((h) => (h < 40 ? 200 : 100 + from(44, 5)(h)), 60),
      length: 24,
      expected: 'below its earlier plateau',
    },
    {
      name: 'a rise above daily curves',
      series: () => fed((h) => 100 + daily(h) + from(72, 10)(h), 84),
      length: 24,
      expected: null,
    },
    {
      name: 'a warm-up below the segment before',
      series: () => fed((h) => (h < 40 ? 300 : 50 + from(40, 10)(h)), 52, 40),
      length: 24,
      expected: 'below its earlier plateau',
    },
    {
      name: 'the same a day later, when the segment is no longer young',
      series: () => fed((h) => (h < 40 ? 300 : 50 + from(40, 3)(h)), 66, 40),
      length: 48,
      expected: null,
    },
    {
      name: 'above the segment before',
      series: () => fed((h) => (h < 40 ? 100 : 50 + from(40, 30)(h)), 52, 40),
      length: 24,
      expected: null,
    },
  ]

  it.each(rows)('$name', ({ series, level = 2, length = 24, hoursToLimit, perHour, expected }) => {
    expect(said(series(), level, length, { hoursToLimit, perHour })).toBe(expected)
  })

  it('does not ask a leak that was seen before the restart for new proof', () => {
    const series = fed((h) => (h < 40 ? 100 + 5 * h : 100 + from(40, 5)(h)), 52, 40)
    const answer = (): WithinRange => said(series, 2, 24, { perHour: 5 })
    expect(answer()).toBe('below its earlier plateau')
    series.ignoreHistory = 1
    expect(answer()).toBe('within its usual range')
    series.slopeBefore = 5
    expect(answer()).toBeNull()
    for (const share of [NEW_HIGH.recurrenceFrom / 1.5, NEW_HIGH.recurrenceTo * 1.5]) {
      series.slopeBefore = 5 / share
      expect(answer()).toBe('within its usual range')
    }
  })
})
