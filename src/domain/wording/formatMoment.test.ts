import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatClock, formatMoment } from './formatMoment.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'

const at = (iso: string): number => new Date(iso).getTime()

const NOW = at('2024-11-21T09:00:00+01:00')

describe('formatMoment', () => {
  const rows = [
    { name: 'today', when: '2024-11-21T08:31:00+01:00', zone: 'Europe/Paris', expected: '08:31' },
    {
      name: 'today, in the night',
      when: '2024-11-21T00:05:00+01:00',
      zone: 'Europe/Paris',
      expected: '00:05',
    },
    {
      name: 'the evening before',
      when: '2024-11-20T23:59:00+01:00',
      zone: 'Europe/Paris',
      expected: 'yesterday 23:59',
    },
    {
      name: 'the day to come',
      when: '2024-11-22T14:20:00+01:00',
      zone: 'Europe/Paris',
      expected: 'tomorrow 14:20',
    },
    {
      name: 'within the week',
      when: '2024-11-18T06:00:00+01:00',
      zone: 'Europe/Paris',
      expected: 'Mon 06:00',
    },
    {
      name: 'within the week to come',
      when: '2024-11-25T06:00:00+01:00',
      zone: 'Europe/Paris',
      expected: 'Mon 06:00',
    },
    {
      name: 'a week away is a date',
      when: '2024-11-14T06:00:00+01:00',
      zone: 'Europe/Paris',
      expected: '14 Nov 06:00',
    },
    {
      name: 'another year',
      when: '2023-11-21T06:00:00+01:00',
      zone: 'Europe/Paris',
      expected: '21 Nov 2023 06:00',
    },
    {
      name: 'days are those of the zone',
      when: '2024-11-21T08:31:00+01:00',
      zone: 'Pacific/Auckland',
      expected: '20:31',
    },
    {
      name: 'west of the date line it is still the day before',
      when: '2024-11-21T08:31:00+01:00',
      zone: 'America/Los_Angeles',
      expected: 'yesterday 23:31',
    },
    {
      name: 'a zone of half hours',
      when: '2024-11-21T08:31:00+01:00',
      zone: 'Asia/Kolkata',
      expected: '13:01',
    },
  ]
  for (const { name, when, zone, expected } of rows) {
    it(name, () => expect(formatMoment(at(when), NOW, zone)).toBe(expected))
  }

  it('tells yesterday on a day of 25 hours', () => {
    const now = at('2024-10-27T23:30:00+01:00')
    expect(formatMoment(now - hours(24), now, 'Europe/Paris')).toBe('00:30')
    expect(formatMoment(now - hours(25), now, 'Europe/Paris')).toBe('yesterday 23:30')
  })

  it('tells yesterday across a leap day and a new year', () => {
    expect(formatMoment(at('2024-02-29T10:00:00Z'), at('2024-03-01T09:00:00Z'), 'UTC')).toBe(
      'yesterday 10:00',
    )
    expect(formatMoment(at('2023-12-31T10:00:00Z'), at('2024-01-01T09:00:00Z'), 'UTC')).toBe(
      'yesterday 10:00',
    )
  })

  it('ends with the clock time, whatever the day', () => {
    const moments = fc.integer({ min: NOW - days(4000), max: NOW + days(4000) })
    fc.assert(
      fc.property(moments, (moment) => {
        expect(formatMoment(moment, NOW, 'UTC').endsWith(formatClock(moment, 'UTC'))).toBe(true)
      }),
    )
  })

  it('says neither today, yesterday nor tomorrow of what is two days away', () => {
    const away = fc.integer({ min: days(2), max: days(4000) })
    fc.assert(
      fc.property(away, fc.boolean(), (distance, past) => {
        const text = formatMoment(past ? NOW - distance : NOW + distance, NOW, 'UTC')
        expect(text).not.toMatch(/^(\d\d:\d\d|yesterday|tomorrow)/)
      }),
    )
  })
})

describe('formatClock', () => {
  it('has 24 hours and, if asked, seconds', () => {
    expect(formatClock(at('2024-11-21T23:05:09Z'), 'UTC')).toBe('23:05')
    expect(formatClock(at('2024-11-21T00:05:09Z'), 'UTC', true)).toBe('00:05:09')
  })
  it('goes on from minute to minute', () => {
    expect(formatClock(NOW + minutes(1), 'Europe/Paris')).toBe('09:01')
  })
})
