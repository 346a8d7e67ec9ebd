import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mebibytes } from '#src/domain/time/units.ts'
import { valueTicks } from './valueTicks.ts'

const MIB = mebibytes(1)

describe('valueTicks', () => {
  it.each([
    { signal: 'fds', low: 19, high: 33, expected: [20, 25, 30] },
    { signal: 'errorRatio', low: 0, high: 0.1, expected: [0, 0.05, 0.1] },
    {
      signal: 'memory',
      low: 400 * MIB,
      high: 2100 * MIB,
      expected: [512, 1024, 1536, 2048].map((n) => n * MIB),
    },
    { signal: 'goroutines', low: -25, high: 25, expected: [-20, 0, 20] },
    { signal: 'fds', low: 5, high: 5, expected: [5] },
  ] as const)('$signal from $low to $high', ({ signal, low, high, expected }) =>
    expect(valueTicks(signal, low, high, 5)).toEqual(expected),
  )

  it('are few, in order, and within', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(value, fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (low, range) => {
        const high = low + range
        for (const signal of ['memory', 'fds'] as const) {
          const ticks = valueTicks(signal, low, high, 5)
          expect(ticks.length).toBeLessThanOrEqual(6)
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(low - range * 1e-3)
            expect(tick).toBeLessThanOrEqual(high + range * 1e-3)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})
