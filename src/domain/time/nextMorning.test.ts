import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Mornings, nextMorning } from './nextMorning.ts'
import { days, hours, minutes } from './units.ts'
import { zoneOffset } from './zoneOffset.ts'

const WORKING_DAYS = [0, 1, 2, 3, 4]
const inParis: Mornings = {
  at: hours(8) + minutes(55),
  timeZone: 'Europe/Paris',
  days: WORKING_DAYS,
}
const at = (text: string): number => Date.parse(text)

describe('nextMorning', () => {
  it.each([
    ['before the check of the day', '2026-11-19T07:00:00Z', '2026-11-19T07:55:00Z'],
    ['at the check itself: the next one', '2026-11-19T07:55:00Z', '2026-11-20T07:55:00Z'],
    ['on Friday afternoon: Monday', '2026-11-20T15:00:00Z', '2026-11-23T07:55:00Z'],
    ['on Saturday', '2026-11-21T15:00:00Z', '2026-11-23T07:55:00Z'],
    ['on Sunday night, Monday already in Paris', '2026-11-22T23:30:00Z', '2026-11-23T07:55:00Z'],
    ['over the end of summer time', '2026-10-23T15:00:00Z', '2026-10-26T07:55:00Z'],
    ['over its beginning', '2026-03-27T15:00:00Z', '2026-03-30T06:55:00Z'],
  ])('%s', (_, now, expected) => {
    expect(new Date(nextMorning(at(now), inParis)).toISOString()).toBe(new Date(expected).toISOString())
  })

  it('without a working day it is a week away', () => {
    expect(nextMorning(0, { ...inParis, days: [] })).toBe(days(7))
  })

  it('is later than now, within a week, and at that time of that zone', () => {
    const zones = fc.constantFrom('UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Europe/Paris')
    const workingDays = fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 1 })
    // An hour that no zone leaves out when summer time begins.
    const clock = fc.integer({ min: hours(4), max: hours(22) })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        zones,
        workingDays,
        clock,
        (now, timeZone, week, time) => {
          const morning = nextMorning(now, { at: time, timeZone, days: week })
          const local = morning + zoneOffset(morning, timeZone)
          expect(morning).toBeGreaterThan(now)
          // Samoa left a day out in 2011: then there may be no such morning within a week.
          const within = morning - now <= days(7)
          expect(within ? ((local % days(1)) + days(1)) % days(1) : time).toBe(time)
          expect(morning - now).toBeLessThanOrEqual(days(8) + hours(1))
        },
      ),
    )
  })
})
