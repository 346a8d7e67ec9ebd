import { describe, expect, it } from 'vitest'
import { type EpochMs, hours } from '#src/domain/time/units.ts'
import { upPlan } from './upPlan.ts'

const NOW: EpochMs = 1_800_000_000_000

/** So many hours until now. */
const last = (long: number) => ({ from: NOW - hours(long), to: NOW })

describe('upPlan', () => {
  it.each([
    { name: 'a night of a small fleet', pods: 150, long: 24.5, each: 'scrape', hours: 24.5 },
    { name: 'a weekend of a small fleet', pods: 150, long: 48.5, each: 'scrape', hours: 48.5 },
    { name: 'a day of a thousand pods', pods: 1000, long: 24.5, each: 'minute', hours: 24.5 },
    { name: 'a weekend of a thousand pods', pods: 1000, long: 48.5, each: 'minute', hours: 48.5 },
    { name: 'a weekend of five thousand: its end', pods: 5000, long: 48.5, each: 'minute', hours: 10 },
    { name: 'no pods', pods: 0, long: 48.5, each: 'scrape', hours: 48.5 },
  ])('$name', ({ pods, long, each, hours: asked }) => {
    const plan = upPlan(pods, last(long))
    expect(plan.each).toBe(each)
    expect(plan.span.to).toBe(NOW)
    expect((plan.span.to - plan.span.from) / hours(1)).toBeCloseTo(asked, 0)
  })
})
