import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { predictLinear } from './predictLinear.ts'

type Row = {
  readonly name: string
  readonly valueAt: (hour: number) => number
  readonly limit?: number
  readonly forHours: number
  readonly firing: boolean
}

const HORIZON = 24

const rows: readonly Row[] = [
  {
    name: 'a line that reaches the limit within a day',
    valueAt: (h) => 10 * h,
    limit: 200,
    forHours: 3,
    firing: true,
  },
  { name: 'one that does not', valueAt: (h) => 10 * h, limit: 400, forHours: 3, firing: false },
  { name: 'too young to be told', valueAt: (h) => 10 * h, limit: 200, forHours: 0.4, firing: false },
  { name: 'no limit', valueAt: (h) => 1e6 * h, forHours: 9, firing: false },
  { name: 'a constant below the limit', valueAt: () => 5, limit: 10, forHours: 9, firing: false },
  { name: 'a constant above it', valueAt: () => 15, limit: 10, forHours: 9, firing: true },
  { name: 'NaN', valueAt: () => Number.NaN, limit: 10, forHours: 9, firing: false },
  {
    name: 'a rise that is out of the range again',
    valueAt: (h) => Math.min(h, 3) * 10,
    limit: 50,
    forHours: 12,
    firing: false,
  },
]

const fed = ({ valueAt, limit, forHours }: Row): ReturnType<ReturnType<typeof predictLinear>> => {
  const engine = predictLinear(hours(HORIZON))(
    limit === undefined ? { kind: 'gauge' } : { kind: 'gauge', limit },
  )
  for (let t = 0; t <= hours(forHours); t += minutes(0.5)) engine.push(t, valueAt(t / hours(1)))
  return engine
}

describe('predictLinear', () => {
  it.each(rows)('$name: firing $firing', (row) => {
    const engine = fed(row)
    expect(engine.assess().verdict).toBe(row.firing ? 'drift' : 'flat')
    expect(engine.drifting?.()).toBe(row.firing)
  })

  it('tells slope and time to limit of a line', () => {
    const { slopePerHour, etaMs } = fed({
      name: 'line',
      valueAt: (h) => 100 + 10 * h,
      limit: 300,
      forHours: 10,
      firing: true,
    }).assess()
    expect(slopePerHour).toBeCloseTo(10, 6)
    expect((etaMs ?? 0) / hours(1)).toBeCloseTo(10, 6)
  })

  it('has no time to limit when it falls, and none before two samples', () => {
    const falling = fed({ name: 'down', valueAt: (h) => 100 - h, limit: 300, forHours: 10, firing: false })
    expect(falling.assess().etaMs).toBeNull()
    expect(predictLinear(hours(1))({ kind: 'gauge', limit: 1 }).assess().etaMs).toBeNull()
  })

  it('needs half an hour without a break', () => {
    const engine = predictLinear(hours(HORIZON))({ kind: 'gauge', limit: 10 })
    const firing: boolean[] = []
    for (let t = 0; t <= hours(8); t += minutes(0.5)) {
      engine.push(t, t < hours(6.9) ? 0 : 100)
      firing.push(engine.drifting?.() ?? false)
    }
    const first = firing.indexOf(true) * minutes(0.5)
    expect(first).toBeGreaterThanOrEqual(hours(6.9) + minutes(30))
    expect(first).toBeLessThan(hours(6.9) + minutes(45))
  })

  it('ignores a sample that comes late', () => {
    const engine = fed({ name: 'line', valueAt: (h) => 10 * h, limit: 1e9, forHours: 7, firing: false })
    engine.push(6 * 3_600_000, 1e9)
    engine.push(7.1 * 3_600_000, 71)
    expect(engine.assess().slopePerHour).toBeCloseTo(10, 1)
  })
})
