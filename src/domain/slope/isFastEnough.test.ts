import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { LEVELS, type LevelNumber } from './levels.ts'
import { isFastEnough } from './newHigh.ts'
import { FAST_PATH, NEW_HIGH } from './parameters.ts'
import { fedSeries, START, windowOf } from './testing/handMade.ts'

describe('isFastEnough', () => {
  const rows: readonly {
    name: string
    level: LevelNumber
    hoursToLimit: number
    knownHours?: number
    expected: boolean
  }[] = [
    { name: 'ten hours need no limit', level: 2, hoursToLimit: Number.NaN, expected: true },
    { name: 'ten minutes do', level: 0, hoursToLimit: Number.NaN, expected: false },
    { name: 'two and a half hours do', level: 1, hoursToLimit: Number.NaN, knownHours: 100, expected: false },
    {
      name: 'ten minutes, and the limit is near',
      level: 0,
      hoursToLimit: (0.9 * FAST_PATH.tenMinutes) / 6,
      expected: true,
    },
    {
      name: 'ten minutes, and the limit is far',
      level: 0,
      hoursToLimit: (1.1 * FAST_PATH.tenMinutes) / 6,
      knownHours: 100,
      expected: false,
    },
    {
      name: 'two and a half hours, and the limit is near',
      level: 1,
      hoursToLimit: 0.9 * FAST_PATH.longer * 2.5,
      expected: true,
    },
    {
      name: 'two and a half hours, and the limit is far',
      level: 1,
      hoursToLimit: 1.1 * FAST_PATH.longer * 2.5,
      expected: false,
    },
    {
      name: 'two and a half hours, far, and half a day is known',
      level: 1,
      hoursToLimit: 1000,
      knownHours: NEW_HIGH.halfDay + 1,
      expected: NEW_HIGH.known <= 2.5,
    },
    { name: 'above the limit', level: 0, hoursToLimit: -1, expected: true },
  ]

  it.each(rows)('$name', ({ level, hoursToLimit, knownHours = 0, expected }) => {
    const series = fedSeries([])
    series.segmentStart = START - hours(knownHours)
    const window = {
      ...windowOf(
        Array.from({ length: level === 1 ? 30 : 20 }, (_, i) => i),
        level,
        LEVELS[level].width / hours(1),
      ),
      first: START / LEVELS[level].width,
    }
    expect(isFastEnough(series, window, { slope: 1, rise: 1, hoursToLimit })).toBe(expected)
  })
})
