import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { excludedWords, shareWords } from './figuresSentence.ts'
import { formatHours } from './formatHours.ts'
import { formatMonth, formatMonthTick } from './formatMonth.ts'

describe('shareWords', () => {
  it.each([
    [0, 0, '–'],
    [3, 4, '3 of 4'],
    [9, 9, '9 of 9'],
    [9, 10, '9 of 10, 90 %'],
    [999, 1000, '999 of 1000, 99.9 %'],
  ])('of %i of %i', (n, of, expected) => {
    expect(shareWords(n, of)).toBe(expected)
  })
})

describe('excludedWords', () => {
  it.each([
    [{ merged: 0, falsePositives: 0, drills: 0 }, ''],
    [{ merged: 2, falsePositives: 1, drills: 0 }, 'Left out: 2 merged into another, 1 false alarm.'],
    [{ merged: 0, falsePositives: 0, drills: 3 }, 'Left out: 3 drills.'],
  ])('of %j', (excluded, expected) => {
    expect(excludedWords(excluded)).toBe(expected)
  })
})

describe('formatHours', () => {
  it.each([
    [0, '0 s'],
    [seconds(40.4), '40 s'],
    [minutes(59.99), '1 h'],
    [hours(2) + minutes(5), '2 h 5 min'],
    [hours(24) - 1, '24 h'],
    [hours(27) + minutes(0.4), '27 h'],
    [hours(31) + minutes(20), '31 h 20 min'],
    [hours(99) + minutes(59.6), '100 h'],
    [hours(1234), '1,234 h'],
  ])('of %i ms is %s', (duration, expected) => {
    expect(formatHours(duration)).toBe(expected)
  })
})

describe('formatMonth', () => {
  it('names a month, and the year where it begins', () => {
    expect(formatMonth('2026-11')).toBe('November 2026')
    expect([formatMonthTick('2026-11'), formatMonthTick('2026-11', true)]).toEqual(['Nov', 'Nov 2026'])
    expect([formatMonthTick('2027-01'), formatMonthTick('2027-02')]).toEqual(['Jan 2027', 'Feb'])
  })
})
