import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { afterWorkingTime } from './afterWorkingTime.ts'
import type { Calendar, WorkingHours } from './calendar.ts'
import { workingAt } from './workingAt.ts'
import { workingTime } from './workingTime.ts'

const RUNS = { numRuns: 40 }
const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Chatham',
  'Pacific/Apia',
  'UTC',
]

/** Around changes of clocks: of the zones above, and the day that Samoa left out. */
const CHANGES = [
  '2026-03-29',
  '2026-10-25',
  '2026-03-08',
  '2026-11-01',
  '2026-04-05',
  '2026-10-04',
  '2018-02-17',
  '2018-11-04',
  '2026-04-24',
  '2026-10-30',
  '2011-12-30',
].map((date) => Date.parse(date))

const quarter = fc.integer({ min: 0, max: 96 }).map((n) => n * minutes(15))
const window: fc.Arbitrary<WorkingHours> = fc
  .record({ days: fc.uniqueArray(fc.nat({ max: 6 })), from: quarter, to: quarter })
  .map(({ days: on, from, to }) => ({ days: on, from: Math.min(from, to), to: Math.max(from, to) }))
const change = fc.constantFrom(...CHANGES)
const calendars: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  hours: fc.array(window, { maxLength: 4 }),
  holidays: fc.array(change.map((at) => new Date(at).toISOString().slice(0, 10))),
})
const moments = fc
  .tuple(change, fc.integer({ min: -6 * days(1), max: days(6) }))
  .map(([near, off]) => near + off)
const threeMoments = fc
  .tuple(moments, fc.nat({ max: days(8) }), fc.nat({ max: days(150) }))
  .map(([a, b, c]): readonly [number, number, number] => [a, a + b, a + b + c])

type Span = readonly [number, number]

/** The windows of a calendar from the day before a moment on, day by day as Temporal computes them. */
function windowsByTemporal(
  { timeZone, hours: windows, holidays }: Calendar,
  from: number,
  to: number,
): Span[] {
  const spans: Span[] = []
  const last = Temporal.Instant.fromEpochMilliseconds(to).toZonedDateTimeISO(timeZone).toPlainDate()
  let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainDate()
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const midnight = date.toPlainDateTime()
    const moment = (ms: number): number =>
      midnight.add({ milliseconds: ms }).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
        .epochMilliseconds
    if (holidays.includes(date.toString())) continue
    for (const hours of windows) {
      if (!hours.days.includes(date.dayOfWeek - 1)) continue
      spans.push([moment(hours.from), Math.min(moment(hours.to), moment(days(1)))])
    }
  }
  return spans
}

/** Overlapping windows count once: each stretch between two of their borders is in one or in none. */
function workedByTemporal(calendar: Calendar, from: number, to: number): number {
  const spans = windowsByTemporal(calendar, from, to).filter(([begin, end]) => begin < end)
  const inside = (moment: number): number => Math.max(from, Math.min(to, moment))
  const borders = [...new Set(spans.flat().map(inside))].toSorted((a, b) => a - b)
  let sum = 0
  for (const [i, begin] of borders.entries()) {
    const end = borders[i + 1] ?? begin
    if (spans.some(([opens, closes]) => opens <= begin && end <= closes)) sum += end - begin
  }
  return sum
}

describe('working time', () => {
  it('is what Temporal makes of it', () => {
    fc.assert(
      fc.property(calendars, moments, fc.nat({ max: days(12) }), (calendar, from, length) => {
        const to = from + length
        expect(workingTime(calendar, from, to)).toBe(workedByTemporal(calendar, from, to))
      }),
      { numRuns: 120 },
    )
  })

  it('adds up', () => {
    fc.assert(
      fc.property(fc.option(calendars), threeMoments, (calendar, [a, b, c]) => {
        const whole = workingTime(calendar, a, c)
        expect(workingTime(calendar, a, b) + workingTime(calendar, b, c)).toBe(whole)
        expect(whole).toBeLessThanOrEqual(c - a)
      }),
      RUNS,
    )
  })

  it('has passed at the first moment that is told for it', () => {
    const durations = fc.integer({ min: 1, max: hours(30) })
    fc.assert(
      fc.property(fc.option(calendars), moments, durations, (calendar, from, duration) => {
        const then = afterWorkingTime(calendar, from, duration)
        const isEver =
          calendar === null || calendar.hours.some((own) => own.days.length > 0 && own.from < own.to)
        expect(then < Infinity).toBe(isEver)
        if (!isEver) return
        expect(workingTime(calendar, from, then)).toBe(duration)
        expect(workingTime(calendar, from, then - 1)).toBe(duration - 1)
      }),
      RUNS,
    )
  })

  it('goes on or stands still from one change to the next', () => {
    fc.assert(
      fc.property(calendars, moments, fc.double({ min: 0, max: 1, noNaN: true }), (calendar, now, share) => {
        const { open, since, until } = workingAt(calendar, now)
        expect(since <= now && now < until).toBe(true)
        const end = Math.min(until, now + days(30))
        const middle = Math.floor(now + share * (end - 1 - now))
        expect(workingAt(calendar, middle)).toEqual({ open, since, until })
        expect(workingTime(calendar, now, end)).toBe(open ? end - now : 0)
        const after = until < Infinity ? workingAt(calendar, until).open : !open
        expect(after).toBe(!open)
      }),
      RUNS,
    )
  })
})
