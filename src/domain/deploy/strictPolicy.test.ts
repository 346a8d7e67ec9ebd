import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, type Policy } from '#src/domain/verdict/policy.ts'
import { strictPolicy } from './strictPolicy.ts'

describe('the policy of hypercare', () => {
  it('draws errors and waiting nearer, and leaves all else as it is', () => {
    expect(strictPolicy(DEFAULT_POLICY)).toEqual({
      ...DEFAULT_POLICY,
      errorsOrange: 0.005,
      errorsRed: 0.05,
      latencyOrange: 1.5,
      latencyRed: 3,
      slowAnswer: 500,
    })
  })

  it('goes out from what a fleet file says', () => {
    const policy: Policy = { ...DEFAULT_POLICY, errorsOrange: 0.2, latencyOrange: 1, slowAnswer: 0 }
    expect(strictPolicy(policy)).toMatchObject({ errorsOrange: 0.1, latencyOrange: 1, slowAnswer: 0 })
  })

  it('is made once for one policy, which stays as it was', () => {
    const policy: Policy = { ...DEFAULT_POLICY }
    expect(strictPolicy(policy)).toBe(strictPolicy(policy))
    expect(policy).toEqual(DEFAULT_POLICY)
  })

  it('is never laxer, and red stays worse than orange', () => {
    const threshold = fc.double({ min: 0, max: 1000, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(threshold, threshold), fc.tuple(threshold, threshold), (errors, latency) => {
        const policy: Policy = {
          ...DEFAULT_POLICY,
          errorsOrange: Math.min(...errors),
          errorsRed: Math.max(...errors),
          latencyOrange: Math.min(...latency),
          latencyRed: Math.max(...latency),
        }
        const strict = strictPolicy(policy)
        expect(strict.errorsOrange).toBeLessThanOrEqual(policy.errorsOrange)
        expect(strict.errorsRed).toBeLessThanOrEqual(policy.errorsRed)
        expect(strict.latencyRed).toBeLessThanOrEqual(policy.latencyRed)
        expect(strict.errorsOrange).toBeLessThanOrEqual(strict.errorsRed)
        expect(strict.latencyOrange).toBeLessThanOrEqual(strict.latencyRed)
      }),
    )
  })
})
