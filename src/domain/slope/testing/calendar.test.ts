import { describe, expect, it } from 'vitest'
import { days, hours } from '#src/domain/time/units.ts'
import { A_MONDAY, dayCurve, hourOfDay, weekday } from './calendar.ts'
import { mean } from './quantile.ts'
import { seededRandom } from './random.ts'

const rows = [
  { name: 'a Monday at midnight', t: A_MONDAY, hour: 0, day: 0 },
  { name: 'a Friday at half past six', t: A_MONDAY + days(4) + hours(6.5), hour: 6.5, day: 4 },
  { name: 'the last second of a Sunday', t: A_MONDAY + days(7) - 1000, hour: 24 - 1 / 3600, day: 6 },
  { name: 'the first of all days, a Thursday', t: 0, hour: 0, day: 3 },
  { name: '2000-01-01, a Saturday', t: 946_684_800_000, hour: 0, day: 5 },
]

describe('hourOfDay and weekday', () => {
  it.each(rows)('knows $name', ({ t, hour, day }) => {
    expect(hourOfDay(t)).toBeCloseTo(hour, 9)
    expect(weekday(t)).toBe(day)
  })

  it('begins the generated weeks where it says', () => {
    expect(new Date(A_MONDAY).toISOString()).toBe('2026-11-02T00:00:00.000Z')
  })
})

const weeksOf = (seed: number): readonly number[] => {
  const curve = dayCurve(seededRandom(seed))
  return Array.from({ length: 8 * 168 }, (_, hour) => curve(A_MONDAY + hours(hour)))
}

describe('dayCurve', () => {
  it.each([1, 2, 3, 4, 5])('goes up and down by about 1 around 0, seed %i', (seed) => {
    const values = weeksOf(seed)
    const height = Math.max(...values) - Math.min(...values)
    expect(Math.abs(mean(values) ?? Number.NaN)).toBeLessThan(0.03)
    expect(height).toBeGreaterThan(0.9)
    expect(height).toBeLessThan(1.35)
  })

  it.each([1, 2, 3])('does not jump, seed %i', (seed) => {
    const values = weeksOf(seed)
    const largest = Math.max(...values.slice(1).map((value, hour) => Math.abs(value - (values[hour] ?? 0))))
    expect(largest).toBeLessThan(0.3)
  })

  it.each([1, 2, 3])('is lowest at night and lower on Sunday than on Wednesday, seed %i', (seed) => {
    const values = weeksOf(seed)
    const noonOf = (day: number): number => Math.max(...values.slice(day * 24, day * 24 + 24))
    expect(values.slice(0, 24).indexOf(Math.min(...values.slice(0, 24)))).toBeLessThan(7)
    expect(noonOf(6)).toBeLessThan(noonOf(2) + 0.1)
  })
})
