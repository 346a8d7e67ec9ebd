import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyed } from './keyed.ts'

describe('keyed', () => {
  it('keeps a key that comes once and counts one that comes again', () => {
    expect(keyed(['a', 'b', 'a'], (item) => item)).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['a #2', 'a'],
    ])
  })

  it('keeps all items in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (items) => {
        expect(keyed(items, (item) => item).map(([, item]) => item)).toEqual(items)
        const keys = keyed(items, (item) => item).map(([key]) => key)
        expect(new Set(keys).size).toBe(items.length)
      }),
    )
  })
})
