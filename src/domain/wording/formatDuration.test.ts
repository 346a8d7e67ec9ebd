import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAge, formatDuration } from './formatDuration.ts'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'

describe('formatDuration', () => {
  const rows = [
    { name: 'none', duration: 0, expected: '0 ms' },
    { name: 'a part of a millisecond', duration: 0.42, expected: '0.42 ms' },
    { name: 'milliseconds', duration: 850, expected: '850 ms' },
    { name: 'nearly a second', duration: 999.7, expected: '1 s' },
    { name: 'seconds with one place', duration: 2430, expected: '2.4 s' },
    { name: 'whole seconds without', duration: seconds(12), expected: '12 s' },
    { name: 'nearly a minute', duration: seconds(59.7), expected: '1 min' },
    { name: 'minutes and seconds', duration: seconds(185), expected: '3 min 5 s' },
    { name: 'nearly an hour', duration: minutes(59.9), expected: '1 h' },
    { name: 'hours and minutes', duration: minutes(125), expected: '2 h 5 min' },
    { name: 'hours do not print as 60 minutes', duration: hours(1) + minutes(59.7), expected: '2 h' },
    { name: 'nearly a day', duration: hours(23.995), expected: '1 d' },
    { name: 'days and hours', duration: days(4) + hours(3), expected: '4 d 3 h' },
    { name: 'negative', duration: seconds(-12), expected: '−12 s' },
    { name: 'not a number', duration: Number.NaN, expected: '–' },
  ]
  for (const { name, duration, expected } of rows) {
    it(name, () => expect(formatDuration(duration)).toBe(expected))
  }

  it('never prints 60 of a unit that has a larger one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: days(30) }), (duration) => {
        expect(formatDuration(duration)).not.toMatch(/\b60 (s|min)\b|\b24 h\b/)
      }),
    )
  })
})

describe('formatAge', () => {
  const rows = [
    { name: 'now', age: 0, expected: '0 s' },
    { name: 'rounded down', age: 12_999, expected: '12 s' },
    { name: 'up to a minute in seconds', age: 59_999, expected: '59 s' },
    { name: 'minutes', age: minutes(3.9), expected: '3 min' },
    { name: 'hours', age: hours(2.5), expected: '2 h' },
    { name: 'days', age: days(4.2), expected: '4 d' },
    { name: 'from the future: the clocks disagree a little', age: -800, expected: '0 s' },
  ]
  for (const { name, age, expected } of rows) {
    it(name, () => {
      const { value, unit } = formatAge(age)
      expect(`${value} ${unit}`).toBe(expected)
    })
  }
})
