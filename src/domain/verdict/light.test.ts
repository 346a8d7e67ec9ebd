import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Light, lightRank, WORST_FIRST, worstLight } from './light.ts'

describe('the worst light', () => {
  for (const { lights, expected } of [
    { lights: [], expected: 'unknown' },
    { lights: ['green'], expected: 'green' },
    { lights: ['green', 'green'], expected: 'green' },
    { lights: ['green', 'unknown'], expected: 'unknown' },
    { lights: ['unknown', 'orange', 'green'], expected: 'orange' },
    { lights: ['unknown', 'orange', 'red'], expected: 'red' },
  ] satisfies readonly { lights: readonly Light[]; expected: Light }[]) {
    it(`of ${lights.join(', ') || 'nothing'} is ${expected}`, () => {
      expect(worstLight(lights)).toBe(expected)
    })
  }

  it('is one of them, whatever their order, and green only where all are', () => {
    const some = fc.array(fc.constantFrom(...WORST_FIRST), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(some, (lights) => {
        const worst = worstLight(lights)
        expect(lights).toContain(worst)
        expect(worstLight(lights.toReversed())).toBe(worst)
        expect(lights.every((light) => lightRank(light) >= lightRank(worst))).toBe(true)
        expect(worst === 'green').toBe(lights.every((light) => light === 'green'))
      }),
    )
  })
})
