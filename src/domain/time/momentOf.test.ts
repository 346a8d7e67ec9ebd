import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { knownZone } from './knownZone.ts'
import { momentOf } from './momentOf.ts'
import { days, hours, minutes } from './units.ts'

const dayOf = (date: string): number => Date.parse(date) / days(1)

describe('momentOf', () => {
  it.each([
    ['a common morning', '2026-11-23', hours(9), 'Europe/Paris', '2026-11-23T08:00:00.000Z'],
    ['midnight at the end of a day', '2026-11-23', hours(24), 'Europe/Paris', '2026-11-23T23:00:00.000Z'],
    ['what is left out comes later', '2026-03-29', hours(2.5), 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['of what comes twice the first', '2026-10-25', hours(2.5), 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    [
      'half an hour that is left out',
      '2026-10-04',
      hours(2),
      'Australia/Lord_Howe',
      '2026-10-03T15:30:00.000Z',
    ],
    [
      'half an hour that comes twice',
      '2026-04-05',
      hours(1.75),
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00.000Z',
    ],
    ['a day that was left out', '2011-12-30', hours(9), 'Pacific/Apia', '2011-12-30T19:00:00.000Z'],
  ])('%s', (_, date, clock, timeZone, expected) => {
    expect(new Date(momentOf(dayOf(date), clock, timeZone)).toISOString()).toBe(expected)
  })

  it('is what Temporal calls compatible', () => {
    const zones = fc.constantFrom(
      'Europe/Paris',
      'Africa/Cairo',
      'America/Havana',
      'America/St_Johns',
      'Pacific/Chatham',
    )
    const clocks = fc.nat({ max: 95 }).map((n) => n * minutes(15))
    fc.assert(
      fc.property(zones, fc.integer({ min: 16_000, max: 22_000 }), clocks, (timeZone, day, clock) => {
        const date = Temporal.PlainDateTime.from('1970-01-01').add({ days: day, milliseconds: clock })
        expect(momentOf(day, clock, timeZone)).toBe(date.toZonedDateTime(timeZone).epochMilliseconds)
      }),
      { numRuns: 200 },
    )
  })
})

describe('knownZone', () => {
  it.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['Mars/Olympus_Mons', 'UTC'],
    ['', 'UTC'],
  ])('of "%s" is "%s"', (name, expected) => {
    expect(knownZone(name)).toBe(expected)
  })
})
