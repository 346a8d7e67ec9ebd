import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { healthRank, worseOf, worstState } from './healthRank.ts'
import type { HealthState } from './healthReading.ts'

const STATES: readonly HealthState[] = ['ok', 'unknown', 'degraded', 'down']
const anyState = fc.constantFrom(...STATES)

describe('worseOf', () => {
  it('orders ok, unknown, degraded, down', () => {
    expect(STATES.map(healthRank)).toEqual([0, 1, 2, 3])
    expect(worseOf('ok', 'unknown')).toBe('unknown')
    expect(worseOf('unknown', 'degraded')).toBe('degraded')
    expect(worseOf('degraded', 'down')).toBe('down')
  })

  it('is symmetric, associative and idempotent, with ok as its neutral element', () => {
    fc.assert(
      fc.property(anyState, anyState, anyState, (a, b, c) => {
        expect(worseOf(a, b)).toBe(worseOf(b, a))
        expect(worseOf(worseOf(a, b), c)).toBe(worseOf(a, worseOf(b, c)))
        expect([worseOf(a, a), worseOf(a, 'ok')]).toEqual([a, a])
      }),
    )
  })
})

describe('worstState', () => {
  it('ignores order and is ok for none', () => {
    expect(worstState([])).toBe('ok')
    fc.assert(
      fc.property(fc.array(anyState), (states) => {
        expect(worstState(states)).toBe(worstState(states.toReversed()))
      }),
    )
  })
})
