import fc from 'fast-check'
import { expect, it } from 'vitest'
import { largestFit } from './largestFit.ts'

it('finds the largest that fits, and tries none of more than twice that', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), (most, limit) => {
      let tried = 0
      const found = largestFit(most, (n) => {
        tried = Math.max(tried, n)
        return n <= limit
      })
      expect(found).toBe(Math.min(most, limit))
      expect(tried).toBeLessThanOrEqual(Math.max(1, 2 * limit))
    }),
  )
})
