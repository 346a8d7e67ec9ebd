import { describe, expect, it } from 'vitest'
import { days, type EpochMs, hours } from '#src/domain/time/units.ts'
import { A_MONDAY } from './calendar.ts'
import { drifting } from './drifting.ts'
import { seededRandom } from './random.ts'
import type { Series, Stage } from './scenario.ts'
import { still, stillCounter } from './still.ts'
import type { Growth } from './truth.ts'

const stage = (): Stage => ({ random: seededRandom(1), from: A_MONDAY, until: A_MONDAY + days(2) })
const onset: EpochMs = A_MONDAY + hours(10)

const growth: Growth = {
  onset,
  level: 100,
  added: (h) => 20 * h,
  perHour: 20,
  noise: 1,
  usualSwing: null,
}

const rows: readonly {
  readonly name: string
  readonly limit?: number
  readonly endsAfter: number
  readonly lastValue: number
}[] = [
  { name: 'to the end of the stage without a limit', endsAfter: 48, lastValue: 860 },
  { name: 'to the end of the stage when the limit is far', limit: 5000, endsAfter: 48, lastValue: 860 },
  { name: 'to the limit', limit: 300, endsAfter: 20, lastValue: 300 },
]

const made = (limit?: number): Series =>
  drifting(stage(), limit === undefined ? growth : { ...growth, limit }, (_, added) => 100 + added, {
    restarts: [onset, A_MONDAY + hours(30)],
  })

describe('drifting', () => {
  it.each(rows)('goes $name', ({ limit, endsAfter, lastValue }) => {
    const { samples, restarts } = made(limit)
    const last = samples.at(-1) ?? { t: 0, v: 0 }
    expect((last.t - A_MONDAY) / hours(1)).toBeCloseTo(endsAfter, 1)
    expect(Math.abs(last.v - lastValue)).toBeLessThan(1)
    expect(restarts.length).toBe(endsAfter > 30 ? 2 : 1)
  })

  it('adds nothing before the onset, and an even rise after it', () => {
    const { samples } = made()
    expect(samples.filter(({ t, v }) => t <= onset && v !== 100)).toEqual([])
    for (const { t, v } of samples.filter(({ t }) => t > onset)) {
      expect(v).toBeCloseTo(100 + (20 * (t - onset)) / hours(1), 9)
    }
  })
})

describe('still', () => {
  it.each([
    { name: 'a gauge', series: still(stage(), () => 7), least: 7, most: 7 },
    { name: 'a counter', series: stillCounter(stage(), () => 1), least: 0, most: 175_000 },
  ])('has no truth to tell: $name', ({ series, least, most }) => {
    const values = series.samples.map(({ v }) => v)
    expect(series.truth).toBeNull()
    expect(series.restarts).toEqual([])
    expect(Math.min(...values)).toBeGreaterThanOrEqual(least)
    expect(Math.max(...values)).toBeLessThanOrEqual(most)
  })
})
