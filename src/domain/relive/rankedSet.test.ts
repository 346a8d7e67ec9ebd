import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rankedSet } from './rankedSet.ts'

it('has what is there in order of size, whatever came and went', () => {
  const listed = fc.array(fc.record({ value: fc.integer({ min: 0, max: 9 }), moves: fc.nat({ max: 2 }) }))
  fc.assert(
    fc.property(listed, (all) => {
      const set = rankedSet(Float64Array.from(all, ({ value }) => value))
      for (const [i, { moves }] of all.entries())
        for (let n = 0; n < moves; n += 1) set.move(i, n === 0 ? 1 : -1)
      const there = all.flatMap(({ value, moves }) => (moves === 1 ? [value] : [])).toSorted((a, b) => a - b)
      expect(there.map((_, k) => set.at(k))).toEqual(there)
      expect(set.at(there.length)).toBeNaN()
    }),
    { numRuns: 60 },
  )
})
