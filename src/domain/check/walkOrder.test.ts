import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Light } from '#src/domain/verdict/light.ts'
import { composeCheck } from './composeCheck.ts'
import { inputOf, rowOf } from './testing/sampleInput.ts'
import { EVENING } from './testing/sampleNight.ts'
import { walkOrder } from './walkOrder.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const lights = fc.constantFrom<Light>('red', 'orange', 'unknown', 'green')
const fleet = fc.tuple(
  ...names.map((name) => fc.tuple(fc.constant(name), lights, fc.option(fc.constantFrom(...names)))),
)

describe('walkOrder', () => {
  it('is one order of the same items, however they came, with roots before what stands under them', () => {
    fc.assert(
      fc.property(fleet, fc.nat(5), (told, turn) => {
        const rows = told.map(([name, light, root]) =>
          root === null
            ? rowOf(name, light)
            : rowOf(name, light, { cascade: { root, via: [root], affected: [] } }),
        )
        const { items } = composeCheck(inputOf(rows))
        const turned = [...items.slice(turn), ...items.slice(0, turn)]
        expect(walkOrder(turned, EVENING)).toEqual(items)
        const keys = items.map(({ title }) => title)
        const late = items.filter(
          ({ title, root }) => root !== null && keys.indexOf(root) > keys.indexOf(title),
        )
        expect(late).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
