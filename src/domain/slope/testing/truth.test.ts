import { describe, expect, it } from 'vitest'
import { days, hours } from '#src/domain/time/units.ts'
import { endOf, type Growth, truthOf } from './truth.ts'

const growth = (more: Partial<Growth>): Growth => ({
  onset: 1_000_000,
  level: 100,
  added: (h) => 10 * h,
  perHour: 10,
  noise: 1,
  usualSwing: 20,
  ...more,
})

const rows: readonly {
  readonly name: string
  readonly growth: Growth
  readonly afterHours: number
}[] = [
  { name: 'a line', growth: growth({ limit: 600 }), afterHours: 50 },
  { name: 'no limit', growth: growth({}), afterHours: Infinity },
  {
    name: 'an exponential',
    growth: growth({ added: (h) => 100 * Math.expm1(h / 10), perHour: null, limit: 400 }),
    afterHours: 10 * Math.log(4),
  },
  { name: 'too far away', growth: growth({ added: (h) => h / 1000, limit: 1000 }), afterHours: Infinity },
]

describe('truthOf', () => {
  it.each(rows)('knows when the limit is hit: $name', ({ growth, afterHours }) => {
    const { hitsLimitAt, onset, slopePerHour } = truthOf(growth)
    expect(((hitsLimitAt ?? Infinity) - onset) / hours(1)).toBeCloseTo(afterHours, 2)
    expect(slopePerHour).toBe(growth.perHour)
  })

  it('states its limits in ms, the structural one not below that of the noise', () => {
    const { noiseLimit, structuralLimit } = truthOf(growth({}))
    expect(noiseLimit / hours(1)).toBeCloseTo((3 * 3.72 ** 2) ** (1 / 3) / 100 ** (1 / 3), 1)
    expect(structuralLimit / hours(1)).toBeCloseTo(2, 1)
  })
})

describe('endOf', () => {
  const truth = truthOf(growth({ limit: 600 }))

  it.each([
    { name: 'the hit', until: truth.onset + days(9), expected: truth.hitsLimitAt },
    { name: 'the time that was asked for', until: truth.onset + days(1), expected: truth.onset + days(1) },
  ])('is $name', ({ until, expected }) => {
    expect(endOf(truth, until)).toBe(expected)
  })
})
