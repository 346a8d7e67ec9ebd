import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { leapGuard } from './leapGuard.ts'

const NOW = Date.UTC(2026, 10, 20)

/** Which of some times, from now on, are doubtful. */
const doubtful = (...times: readonly number[]): boolean[] => {
  const isDoubtful = leapGuard()
  return times.map((t) => isDoubtful(NOW + t))
}

describe('leapGuard', () => {
  it.each([
    ['the first time of all', [0], [false]],
    ['a minute on', [0, minutes(1)], [false, false]],
    ['a night asleep', [0, hours(14)], [false, false]],
    ['a day', [0, days(1)], [false, false]],
    ['more than a day, and back', [0, days(1) + 1, minutes(1)], [false, true, false]],
    ['time that goes on after the leap', [0, days(2), days(2) + minutes(9)], [false, true, true]],
    [
      'time that has gone on for ten minutes',
      [0, days(2), days(2) + minutes(10), days(2) + minutes(11)],
      [false, true, false, false],
    ],
    ['a leap beyond the leap', [0, days(2), days(9), days(9) + minutes(1)], [false, true, true, true]],
    ['a clock that was set back', [days(9), 0], [false, false]],
    ['what is no time', [0, Number.NaN, Infinity, minutes(1)], [false, true, true, false]],
    ['twice in a row, at one time', [0, days(2), days(2)], [false, true, true]],
  ] as const)('%s', (_, times, expected) => {
    expect(doubtful(...times)).toEqual(expected)
  })
})
