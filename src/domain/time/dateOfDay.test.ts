import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateOfDay } from './dateOfDay.ts'
import { daysFromCivil } from './parseTimestamp.ts'

it.each([
  [0, '1970-01-01'],
  [-1, '1969-12-31'],
  [11_016, '2000-02-29'],
  [20_778, '2026-11-21'],
  [47_540, '2100-02-28'],
  [47_541, '2100-03-01'],
])('day %i is %s', (day, date) => {
  expect(dateOfDay(day)).toBe(date)
})

it('is the day that a date is read as', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
      const [year = 0, month = 0, dayOfMonth = 0] = dateOfDay(day).split('-').map(Number)
      expect(daysFromCivil(year, month, dayOfMonth)).toBe(day)
    }),
  )
})
