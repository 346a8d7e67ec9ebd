import { describe, expect, it } from 'vitest'
import { days, minutes } from '#src/domain/time/units.ts'
import { assess } from './assess.ts'
import { samplesOf } from './testing/handMade.ts'
import { seededRandom } from './testing/random.ts'

function expectNear(found: number | null, expected: number | null): void {
  expect(found === null).toBe(expected === null)
  expect(Math.abs((found ?? 0) - (expected ?? 0))).toBeLessThanOrEqual(1e-3 * Math.abs(expected ?? 0))
}

describe('assess does not depend on', () => {
  const stories: readonly { name: string; valueAt: (h: number, noise: number) => number }[] = [
    { name: 'a leak', valueAt: (h, noise) => 600 + 30 * h + 10 * noise },
    {
      name: 'a leak under daily load',
      valueAt: (h, noise) => 600 + 20 * h + 90 * Math.cos(h / 3.82) + 10 * noise,
    },
    { name: 'noise', valueAt: (_, noise) => 600 + 40 * noise },
    { name: 'growth', valueAt: (h, noise) => 50 * 2 ** (h / 20) + noise },
  ]
  const made = stories.map(({ name, valueAt }) => {
    const random = seededRandom(1, name)
    return { name, samples: samplesOf((h) => valueAt(h, random.normal()), 90, { every: minutes(2) }) }
  })
  const LIMIT = 9000
  it.each(made)('the unit: $name', ({ samples }) => {
    const plain = assess(samples, { kind: 'gauge', limit: LIMIT })
    for (const k of [2 ** 20, 2 ** -30, 1000, 0.001]) {
      const scaled = assess(
        samples.map(({ t, v }) => ({ t, v: k * v })),
        { kind: 'gauge', limit: k * LIMIT },
      )
      expect(scaled).toMatchObject({ verdict: plain.verdict, reason: plain.reason, since: plain.since })
      expectNear(scaled.slopePerHour / k, plain.slopePerHour)
      expectNear(scaled.etaMs, plain.etaMs)
    }
  })

  it.each(made)('the date: $name', ({ samples }) => {
    const plain = assess(samples, { kind: 'gauge', limit: LIMIT })
    for (const by of [days(1), days(-400), days(9000)]) {
      const moved = assess(
        samples.map(({ t, v }) => ({ t: t + by, v })),
        { kind: 'gauge', limit: LIMIT },
      )
      expect(moved).toMatchObject({
        verdict: plain.verdict,
        reason: plain.reason,
        windowHours: plain.windowHours,
      })
      expect(moved.since).toBe(plain.since === null ? null : plain.since + by)
      expectNear(moved.slopePerHour, plain.slopePerHour)
      expectNear(moved.etaMs, plain.etaMs)
    }
  })
})
