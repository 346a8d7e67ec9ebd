import { describe, expect, it } from 'vitest'
import { dayAndClock, formatAbout, formatAboutBetween } from './formatAbout.ts'

/** 2024-11-21T08:00:00Z, a Thursday; Paris is an hour ahead. */
const NOW = Date.UTC(2024, 10, 21, 8)
const at = (day: number, hour: number, minute = 0, month = 10): number =>
  Date.UTC(2024, month, day, hour, minute)

describe('formatAbout', () => {
  it.each([
    { name: 'to the minute within an hour', at: at(21, 8, 47), expected: 'about 09:47' },
    { name: 'to five minutes within a day', at: at(21, 13, 38), expected: 'about 14:40' },
    { name: 'to ten minutes from then on', at: at(23, 8, 36), expected: 'Sat about 09:40' },
    { name: 'tomorrow', at: at(22, 3, 2), expected: 'tomorrow about 04:00' },
    { name: 'rounded into the next day', at: at(22, 22, 57), expected: 'Sat about 00:00' },
    { name: 'a week away, the day alone', at: at(12, 8, 36, 11), expected: 'about 12 Dec' },
    { name: 'in another year', at: Date.UTC(2026, 0, 3), expected: 'about 3 Jan 2026' },
    { name: 'past', at: at(20, 7), expected: 'yesterday about 08:00' },
  ])('$name: $expected', ({ at, expected }) => expect(formatAbout(at, NOW, 'Europe/Paris')).toBe(expected))
})

describe('formatAboutBetween', () => {
  it.each([
    {
      name: 'clocks alone on the day of the likeliest',
      range: [at(23, 7, 10), at(23, 10, 28)],
      about: at(23, 8, 40),
      expected: 'between 08:10 and 11:30',
    },
    {
      name: 'with days where they differ',
      range: [at(22, 21, 10), at(24, 2, 30)],
      about: at(23, 8, 40),
      expected: 'between tomorrow 22:10 and Sun 03:30',
    },
    {
      name: 'today has no name',
      range: [at(21, 10), at(22, 2, 30)],
      about: at(21, 20),
      expected: 'between 11:00 and tomorrow 03:30',
    },
    {
      name: 'far ends as days',
      range: [at(26, 8), at(12, 8, 0, 11)],
      about: at(29, 8),
      expected: 'between Tue 09:00 and 12 Dec',
    },
    {
      name: 'no end on the same day',
      range: [at(23, 7, 10), null],
      about: at(23, 8),
      expected: 'not before 08:10',
    },
    {
      name: 'no end',
      range: [at(22, 7, 10), null],
      about: at(23, 8),
      expected: 'not before tomorrow 08:10',
    },
    {
      name: 'a far day says it all',
      range: [at(12, 7, 0, 11), at(12, 9, 0, 11)],
      about: at(12, 8, 0, 11),
      expected: null,
    },
  ] satisfies readonly {
    name: string
    range: readonly [number, number | null]
    about: number
    expected: string | null
  }[])('$name: $expected', ({ range, about, expected }) =>
    expect(formatAboutBetween(range, about, NOW, 'Europe/Paris')).toBe(expected),
  )
})

describe('dayAndClock', () => {
  it.each([
    { at: at(21, 8), expected: { day: '', clock: '09:00' } },
    { at: at(20, 8), expected: { day: 'yesterday', clock: '09:00' } },
    { at: at(1, 8), expected: { day: '1 Nov', clock: '09:00' } },
  ])('$expected.day $expected.clock', ({ at, expected }) =>
    expect(dayAndClock(at, NOW, 'Europe/Paris')).toEqual(expected),
  )
})
