import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { noiseLimit, structuralLimit, type Visible } from './limits.ts'

const line = (perHour: number, more: Partial<Visible> = {}): Visible => ({
  level: 1000,
  added: (h) => perHour * h,
  noise: 50,
  usualSwing: null,
  ...more,
})

/** The Cramér-Rao bound for a straight line. */
const bound = (factor: number, noise: number, perHour: number): number =>
  ((factor * noise * 3.72 ** 2) / perHour ** 2) ** (1 / 3)

describe('noiseLimit', () => {
  it('is the bound for a line, with and without a known level', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        (perHour, noise) => {
          const unknown = noiseLimit(line(perHour, { noise })) / bound(12, noise, perHour)
          const known = noiseLimit(line(perHour, { noise, usualSwing: 1 })) / bound(3, noise, perHour)
          expect(Math.abs(unknown - 1)).toBeLessThan(0.02)
          expect(Math.abs(known - 1)).toBeLessThan(0.02)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('is that of the square of an ever steeper drift', () => {
    // ∫(h² / 10,000)² = T⁵ / 5e8 = z² S0
    const drift = { level: 1, added: (h: number) => h * h * 1e-4, noise: 0.01, usualSwing: 1 }
    expect(noiseLimit(drift)).toBeCloseTo((5e8 * 3.72 ** 2 * 0.01) ** 0.2, 0)
  })

  it('never comes without a drift', () => {
    expect(noiseLimit({ level: 1, added: () => 0, noise: 0.01, usualSwing: 1 })).toBeGreaterThan(9e4)
  })
})

const rows: readonly {
  readonly name: string
  readonly noise: number
  readonly drift: Visible
  readonly expected: number
}[] = [
  { name: 'leaves a swing of ±40 % of the level', noise: 1, drift: line(100), expected: 8 },
  { name: 'leaves the swing that is known', noise: 1, drift: line(100, { usualSwing: 300 }), expected: 3 },
  { name: 'has lasted a day', noise: 1, drift: line(10), expected: 24 },
  { name: 'can be told from noise at all', noise: 30, drift: line(10), expected: 30 },
  { name: 'is there at once', noise: 0.5, drift: line(1e6), expected: 0.5 },
]

describe('structuralLimit: when a drift', () => {
  it.each(rows)('$name', ({ noise, drift, expected }) => {
    expect(Math.abs(structuralLimit(noise, drift) / expected - 1)).toBeLessThan(0.011)
  })
})
