import { describe, expect, it } from 'vitest'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { checkCalendar, streakOf } from './checkCalendar.ts'

const at = (text: string): number => parseTimestamp(text) ?? Number.NaN

const SIGNING = {
  mornings: { at: hours(8) + minutes(55), timeZone: 'Europe/Paris', days: [0, 1, 2, 3, 4] },
  holidays: ['2026-11-11'],
}

const sign = (text: string, light: 'green' | 'red' = 'green', by = 'Anna') => ({ at: at(text), light, by })

/** Saturday. */
const NOW = at('2026-11-21T09:30+01:00')

describe('the calendar of checks', () => {
  it('has ninety days, the last of which is today in its zone', () => {
    const late = checkCalendar([], SIGNING, at('2026-11-21T23:30+01:00'))
    expect(late).toHaveLength(90)
    expect(late.at(0)?.day).toBe('2026-08-24')
    expect(late.at(-1)).toEqual({
      day: '2026-11-21',
      light: null,
      by: null,
      at: null,
      count: 0,
      isWorkday: false,
      isMissed: false,
    })
    expect(checkCalendar([], SIGNING, at('2026-11-21T23:30Z')).at(-1)?.day).toBe('2026-11-22')
  })

  it('tells of each day its newest sign-off and how many there were', () => {
    const done = [sign('2026-11-19T17:40+01:00', 'red', 'Boris'), sign('2026-11-19T09:00+01:00')]
    const day = checkCalendar(done, SIGNING, NOW).find(({ count }) => count > 0)
    expect(day).toMatchObject({ day: '2026-11-19', light: 'red', by: 'Boris', count: 2, isMissed: false })
  })

  it.each([
    ['just before midnight', '2026-11-18T23:59+01:00', '2026-11-18'],
    ['just after midnight', '2026-11-19T00:01+01:00', '2026-11-19'],
    ['in the second hour of the night that clocks are set back', '2026-10-25T02:30+01:00', '2026-10-25'],
    ['in the last hour of that day of 25 hours', '2026-10-25T23:30+01:00', '2026-10-25'],
  ])('a sign-off %s is of its local day', (_, moment, day) => {
    const signed = checkCalendar([sign(moment)], SIGNING, NOW).filter(({ count }) => count > 0)
    expect(signed.map((one) => one.day)).toEqual([day])
  })

  it('counts no sign-off that is dated later than now', () => {
    expect(checkCalendar([sign('2026-11-21T10:00+01:00')], SIGNING, NOW).at(-1)?.count).toBe(0)
  })

  it('misses working mornings since the first sign-off; no weekend, no holiday, and today only after its hour', () => {
    const done = [sign('2026-11-09T08:58+01:00')]
    const missed = (now: string) =>
      checkCalendar(done, SIGNING, at(now)).flatMap(({ day, isMissed }) => (isMissed ? [day] : []))
    expect(missed('2026-11-16T08:55+01:00')).toEqual(['2026-11-10', '2026-11-12', '2026-11-13'])
    expect(missed('2026-11-16T08:55:01+01:00').at(-1)).toBe('2026-11-16')
    expect(missed('2026-11-09T23:00+01:00')).toEqual([])
  })
})

describe('mornings in a row', () => {
  const SIGNED = ['2026-11-09', '2026-11-10', '2026-11-12', '2026-11-13'].map((day) =>
    sign(`${day}T09:00+01:00`),
  )
  it.each([
    { name: 'nobody ever signed', done: [], now: '2026-11-20T12:00Z', streak: [0, 0, 0] },
    { name: 'a holiday between', done: SIGNED, now: '2026-11-14T12:00Z', streak: [0, 4, 4] },
    { name: 'a weekend between', done: SIGNED, now: '2026-11-16T07:00Z', streak: [0, 4, 4] },
    { name: 'today is missed', done: SIGNED, now: '2026-11-16T12:00Z', streak: [1, 0, 4] },
    { name: 'a week is missed', done: SIGNED, now: '2026-11-20T12:00Z', streak: [5, 0, 4] },
    {
      name: 'somebody looked on the Saturday between',
      done: [...SIGNED, sign('2026-11-21T12:00Z')],
      now: '2026-11-23T12:00Z',
      streak: [1, 0, 4],
    },
    {
      name: 'signed again after a gap',
      done: [...SIGNED, sign('2026-11-17T09:00+01:00')],
      now: '2026-11-17T12:00Z',
      streak: [0, 1, 4],
    },
  ])('$name', ({ done, now, streak }) => {
    const { unsigned, signed, longest } = streakOf(checkCalendar(done, SIGNING, at(now)))
    expect([unsigned, signed, longest]).toEqual(streak)
  })
})
