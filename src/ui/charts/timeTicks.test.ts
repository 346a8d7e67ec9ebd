import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import { timeTicks } from './timeTicks.ts'

const utc = (month: number, day: number, hour = 0, minute = 0): number =>
  Date.UTC(2024, month - 1, day, hour, minute)
const clocks = (from: number, to: number, timeZone: string, atMost: number): readonly string[] =>
  timeTicks(from, to, timeZone, atMost).map((at) => formatClock(at, timeZone))

describe('timeTicks', () => {
  it.each([
    {
      name: 'quarters',
      span: minutes(50),
      zone: 'UTC',
      atMost: 5,
      expected: ['08:15', '08:30', '08:45', '09:00'],
    },
    { name: 'hours', span: hours(4), zone: 'UTC', atMost: 5, expected: ['09:00', '10:00', '11:00', '12:00'] },
    {
      name: 'round hours of the zone',
      span: hours(24),
      zone: 'Asia/Kathmandu',
      atMost: 6,
      expected: ['18:00', '00:00', '06:00', '12:00'],
    },
    {
      name: 'midnights',
      span: days(3),
      zone: 'Europe/Paris',
      atMost: 4,
      expected: ['00:00', '00:00', '00:00'],
    },
  ])('$name', ({ span, zone, atMost, expected }) => {
    const from = utc(11, 21, 8, 10)
    expect(clocks(from, from + span, zone, atMost)).toEqual(expected)
  })

  it('stays on round clock times where clocks are set forward, and back', () => {
    expect(clocks(utc(3, 30, 16), utc(3, 31, 16), 'Europe/Paris', 9)).toEqual([
      '18:00',
      '21:00',
      '00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
    ])
    expect(clocks(utc(10, 26, 18), utc(10, 27, 12), 'Europe/Paris', 7)).toEqual([
      '21:00',
      '00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
    ])
  })

  it('has one tick where no time passes', () => expect(timeTicks(5, 5, 'UTC', 5)).toEqual([5]))

  it('gives at most about as many as it was asked for, all within', () => {
    const from = fc.integer({ min: 0, max: 2e12 })
    const span = fc.integer({ min: 60_000, max: 4e9 })
    fc.assert(
      fc.property(from, span, fc.integer({ min: 3, max: 20 }), (from, span, atMost) => {
        const ticks = timeTicks(from, from + span, 'America/New_York', atMost)
        expect(ticks.length).toBeLessThanOrEqual(atMost + 1)
        for (const at of ticks) {
          expect(at).toBeGreaterThanOrEqual(from)
          expect(at).toBeLessThanOrEqual(from + span)
        }
      }),
      { numRuns: 50 },
    )
  })
})
