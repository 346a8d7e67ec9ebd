import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { afterWorkingTime } from './afterWorkingTime.ts'
import type { Calendar } from './calendar.ts'
import { workingAt } from './workingAt.ts'
import { workingTime } from './workingTime.ts'

const MONDAY_TO_FRIDAY = [0, 1, 2, 3, 4]
const office: Calendar = {
  timeZone: 'Europe/Paris',
  hours: [{ days: MONDAY_TO_FRIDAY, from: hours(9), to: hours(18) }],
  holidays: ['2026-12-25'],
}
const sundayNight: Calendar = { ...office, hours: [{ days: [6], from: 0, to: hours(6) }] }
const always: Calendar = {
  ...office,
  holidays: [],
  hours: [{ days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: hours(24) }],
}
const at = (text: string): number => Date.parse(text)
const told = (moment: number): string =>
  Number.isFinite(moment) ? new Date(moment).toISOString() : String(moment)

describe('afterWorkingTime', () => {
  it.each([
    [
      '4 h by day and night, as summer time begins',
      null,
      '2026-03-29T00:30+01:00',
      4,
      '2026-03-29T05:30+02:00',
    ],
    ['4 h by day and night, as it ends', null, '2026-10-25T00:30+02:00', 4, '2026-10-25T03:30+01:00'],
    ['over the weekend on which it begins', office, '2026-03-27T16:30+01:00', 8, '2026-03-30T15:30+02:00'],
    ['from within the one on which it ends', office, '2026-10-24T12:00+02:00', 8, '2026-10-26T17:00+01:00'],
    ['over a holiday and a weekend', office, '2026-12-24T15:00+01:00', 27, '2026-12-30T15:00+01:00'],
    ['what fits a day exactly ends with it', office, '2026-11-23T09:00+01:00', 9, '2026-11-23T18:00+01:00'],
    ['what fits seven days too', office, '2026-03-23T09:00+01:00', 63, '2026-03-31T18:00+02:00'],
    ['from before the opening', office, '2026-11-23T06:00+01:00', 9, '2026-11-23T18:00+01:00'],
    ['from the very end of a day', office, '2026-11-23T18:00+01:00', 1, '2026-11-24T10:00+01:00'],
    ['nothing', office, '2026-11-22T12:00+01:00', 0, '2026-11-22T12:00+01:00'],
    ['less than nothing', office, '2026-11-22T12:00+01:00', -3, '2026-11-22T12:00+01:00'],
  ])('%s', (_, calendar, from, duration, expected) => {
    expect(told(afterWorkingTime(calendar, at(from), hours(duration)))).toBe(told(at(expected)))
  })

  it('ends where there is no working time for ten years', () => {
    expect(afterWorkingTime({ ...office, hours: [] }, 0, 1)).toBe(Infinity)
  })

  it('goes past a year of holidays', () => {
    const holidays = Array.from({ length: 370 }, (_, i) =>
      told(at('2026-01-01') + i * hours(24)).slice(0, 10),
    )
    expect(told(afterWorkingTime({ ...office, holidays }, at('2026-01-01T00:00Z'), hours(9)))).toBe(
      '2027-01-06T17:00:00.000Z',
    )
  })
})

describe('workingTime', () => {
  it.each([
    ['the day on which summer time begins', null, '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', 23],
    [
      'the same by a calendar that is always open',
      always,
      '2026-03-29T00:00+01:00',
      '2026-03-30T00:00+02:00',
      23,
    ],
    ['the day on which it ends', always, '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', 25],
    [
      'six hours of a night, of which one is left out',
      sundayNight,
      '2026-03-28T12:00Z',
      '2026-03-30T12:00Z',
      5,
    ],
    ['of which one comes twice', sundayNight, '2026-10-24T12:00Z', '2026-10-26T12:00Z', 7],
    ['a holiday', office, '2026-12-25T00:00+01:00', '2026-12-28T00:00+01:00', 0],
    ['a part of a window', office, '2026-11-23T10:00+01:00', '2026-11-23T12:30+01:00', 2.5],
    ['backwards', office, '2026-11-23T12:00+01:00', '2026-11-23T10:00+01:00', 0],
    [
      'a year of 261 weekdays, one of them a holiday',
      office,
      '2026-01-01T00:00+01:00',
      '2027-01-01T00:00+01:00',
      260 * 9,
    ],
  ])('%s', (_, calendar, from, to, expected) => {
    expect(workingTime(calendar, at(from), at(to)) / hours(1)).toBe(expected)
  })

  it('has none on a day that a zone has left out', () => {
    const samoa: Calendar = { ...office, timeZone: 'Pacific/Apia' }
    // From Thursday to Monday morning: Friday, 30 December 2011 never came.
    expect(workingTime(samoa, at('2011-12-29T00:00-10:00'), at('2012-01-02T00:00+14:00'))).toBe(hours(9))
  })

  it('counts windows that overlap or touch once', () => {
    const calendar: Calendar = {
      ...office,
      hours: [
        { days: MONDAY_TO_FRIDAY, from: hours(9), to: hours(13) },
        { days: [0], from: hours(12), to: hours(18) },
        { days: [0], from: hours(18), to: hours(19) },
        { days: [0], from: hours(17), to: hours(17) },
        { days: [0], from: hours(10), to: hours(11) },
      ],
    }
    const monday = at('2026-11-23T00:00+01:00')
    expect(workingTime(calendar, monday, monday + hours(24))).toBe(hours(10))
    expect(workingAt(calendar, monday + hours(12))).toEqual({
      open: true,
      since: monday + hours(9),
      until: monday + hours(19),
    })
  })

  it('ends, whatever it is asked for', () => {
    for (const calendar of [office, always, { ...office, timeZone: 'Mars/Olympus_Mons' }]) {
      expect(workingTime(calendar, -Infinity, Infinity)).toBeGreaterThan(hours(9 * 250 * 9))
      expect(workingTime(calendar, 8e15, 8.64e15)).toBeGreaterThanOrEqual(0)
      expect(workingTime(calendar, Number.NaN, 1)).toBe(0)
    }
  })
})

const row = (open: boolean, since: string, until: string) => ({ open, since: at(since), until: at(until) })

describe('workingAt', () => {
  it.each([
    ['at the opening', '2026-11-23T08:00Z', row(true, '2026-11-23T08:00Z', '2026-11-23T17:00Z')],
    [
      'at the end, that is not part of it',
      '2026-11-23T17:00Z',
      row(false, '2026-11-23T17:00Z', '2026-11-24T08:00Z'),
    ],
    ['on a holiday', '2026-12-25T12:00Z', row(false, '2026-12-24T17:00Z', '2026-12-28T08:00Z')],
  ])('%s', (_, now, expected) => {
    expect(workingAt(office, at(now))).toEqual(expected)
  })

  it('sees no border between two days that are open all day', () => {
    const but = { ...always, holidays: ['2026-03-04', '2026-11-12'] }
    expect(workingAt(but, at('2026-07-01T12:00Z'))).toEqual(
      row(true, '2026-03-04T23:00Z', '2026-11-11T23:00Z'),
    )
    expect(workingAt(but, at('2026-03-04T12:00Z'))).toEqual(
      row(false, '2026-03-03T23:00Z', '2026-03-04T23:00Z'),
    )
  })

  it('says that nothing is to change', () => {
    expect(workingAt(null, 0)).toEqual({ open: true, since: -Infinity, until: Infinity })
    expect(workingAt(always, at('2026-07-01T12:00Z'))).toEqual({
      open: true,
      since: -Infinity,
      until: Infinity,
    })
    expect(workingAt({ ...office, hours: [] }, 0)).toEqual({
      open: false,
      since: -Infinity,
      until: Infinity,
    })
  })
})
