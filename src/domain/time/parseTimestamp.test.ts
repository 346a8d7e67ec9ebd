import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { daysFromCivil, parseTimestamp } from './parseTimestamp.ts'

const rows = [
  { name: 'RFC 3339 in UTC', value: '2026-01-15T09:30:00Z', expected: 1_768_469_400_000 },
  { name: 'the epoch itself', value: '1970-01-01T00:00:00Z', expected: 0 },
  { name: 'before the epoch', value: '1969-12-31T23:59:59Z', expected: -1000 },
  { name: 'milliseconds', value: '2026-11-21T08:32:57.921Z', expected: 1_795_249_977_921 },
  { name: 'nanoseconds are cut', value: '2026-11-21T08:19:02.814009545Z', expected: 1_795_249_142_814 },
  { name: 'one fraction digit', value: '2026-11-21T08:19:02.8Z', expected: 1_795_249_142_800 },
  {
    name: 'a comma as decimal sign (ISO 8601)',
    value: '2026-11-21T08:19:02,8Z',
    expected: 1_795_249_142_800,
  },
  { name: 'lower-case t and z', value: '2026-01-15t09:30:00z', expected: 1_768_469_400_000 },
  { name: 'a blank for T', value: '2026-01-15 09:30:00', expected: 1_768_469_400_000 },
  { name: 'UTC in words', value: '2026-01-15 09:30:00 UTC', expected: 1_768_469_400_000 },
  { name: 'an offset east', value: '2026-01-15T10:30:00+01:00', expected: 1_768_469_400_000 },
  { name: 'an offset west without colon', value: '2026-01-15T04:00:00-0530', expected: 1_768_469_400_000 },
  { name: 'an offset of hours only', value: '2026-01-15T11:30:00+02', expected: 1_768_469_400_000 },
  { name: 'no seconds', value: '2026-01-15T09:30Z', expected: 1_768_469_400_000 },
  { name: 'a date alone is its midnight', value: '2026-01-15', expected: 1_768_435_200_000 },
  { name: 'compact date', value: '20260115', expected: 1_768_435_200_000 },
  { name: 'compact ISO', value: '20260115T093000Z', expected: 1_768_469_400_000 },
  { name: 'fourteen digits are a date', value: '20260115093000', expected: 1_768_469_400_000 },
  { name: 'promu build date', value: '20230409-09:50:43', expected: 1_681_033_843_000 },
  { name: 'blanks around', value: ' 2026-01-15T09:30:00Z\n', expected: 1_768_469_400_000 },
  { name: 'a leap day', value: '2024-02-29T00:00:00Z', expected: 1_709_164_800_000 },
  { name: 'a leap second', value: '2016-12-31T23:59:60Z', expected: 1_483_228_800_000 },
  { name: 'epoch seconds', value: 1_768_469_400, expected: 1_768_469_400_000 },
  { name: 'epoch seconds with a fraction', value: 1_795_249_977.921, expected: 1_795_249_977_921 },
  { name: 'epoch milliseconds', value: 1_768_469_400_000, expected: 1_768_469_400_000 },
  { name: 'epoch microseconds', value: 1_768_469_400_000_000, expected: 1_768_469_400_000 },
  { name: 'epoch nanoseconds', value: 1_768_469_400_000_000_000, expected: 1_768_469_400_000 },
  { name: 'epoch seconds as text', value: '1768469400', expected: 1_768_469_400_000 },
  { name: 'epoch milliseconds as text', value: '1768469400000', expected: 1_768_469_400_000 },

  { name: 'Go zero time', value: '0001-01-01T00:00:00Z', expected: null },
  { name: 'year 0', value: '0000-01-01T00:00:00Z', expected: null },
  { name: 'month 13', value: '2026-13-01', expected: null },
  { name: 'month 0', value: '2026-00-01', expected: null },
  { name: '29 February of a common year', value: '2026-02-29', expected: null },
  { name: '29 February of 1900', value: '1900-02-29', expected: null },
  { name: '31 April', value: '2026-04-31', expected: null },
  { name: '32 December', value: '2026-12-32', expected: null },
  { name: 'hour 24', value: '2026-01-15T24:00:00Z', expected: null },
  { name: 'minute 60', value: '2026-01-15T09:60:00Z', expected: null },
  { name: 'an offset of 99 hours', value: '2026-01-15T09:30:00+99:00', expected: null },
  { name: 'a zone name', value: '2026-01-15T09:30:00 CET', expected: null },
  { name: 'an uptime in seconds', value: 823.3, expected: null },
  { name: 'zero', value: 0, expected: null },
  { name: 'a negative number', value: -1_768_469_400, expected: null },
  { name: 'NaN', value: Number.NaN, expected: null },
  { name: 'infinity', value: Number.POSITIVE_INFINITY, expected: null },
  { name: 'a duration', value: '13m55s', expected: null },
  { name: 'a version', value: '2.9.10', expected: null },
  { name: 'empty text', value: '', expected: null },
  { name: 'endless text', value: `2026-01-15T09:30:00.${'1'.repeat(100)}Z`, expected: null },
  { name: 'null', value: null, expected: null },
  { name: 'an object', value: { at: 1 }, expected: null },
]

describe('parseTimestamp', () => {
  it.each(rows)('$name', ({ value, expected }) => {
    expect(parseTimestamp(value)).toBe(expected)
  })

  it('reads back what the platform prints, for every millisecond of the years 2 to 9999', () => {
    const from = Date.UTC(1970, 0, 1) - 719_162 * 86_400_000 + 366 * 86_400_000
    fc.assert(
      fc.property(fc.integer({ min: from, max: Date.UTC(9999, 11, 31) }), (at) => {
        expect(parseTimestamp(new Date(at).toISOString())).toBe(at)
      }),
    )
  })

  it('reads the same moment in every offset', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: 0, max: 14 }),
        fc.constantFrom('+', '-'),
        (at, hours, sign) => {
          const shifted = new Date(at + (sign === '+' ? 1 : -1) * hours * 3_600_000)
            .toISOString()
            .slice(0, -1)
          expect(parseTimestamp(`${shifted}${sign}${String(hours).padStart(2, '0')}:00`)).toBe(at)
        },
      ),
    )
  })

  it('never throws, and answers with whole milliseconds or null', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.double()), (value) => {
        const at = parseTimestamp(value)
        expect(at === null || Number.isInteger(at)).toBe(true)
      }),
    )
  })
})

describe('daysFromCivil', () => {
  it('counts the days of four centuries', () => {
    expect(daysFromCivil(1970, 1, 1)).toBe(0)
    expect(daysFromCivil(2000, 3, 1)).toBe(11_017)
    expect(daysFromCivil(2370, 1, 1) - daysFromCivil(1970, 1, 1)).toBe(146_097)
    expect(daysFromCivil(1, 1, 1)).toBe(-719_162)
  })
})
