import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownCounts } from './shownCounts.ts'

describe('shownCounts', () => {
  const rows = [
    { name: 'all where all fit', sizes: [1, 0, 7], most: 10, inAll: 10, expected: [1, 0, 7] },
    { name: 'a family has its own cap', sizes: [50, 2], most: 10, inAll: 100, expected: [10, 2] },
    { name: 'the large ones give way', sizes: [8, 1, 8], most: 10, inAll: 11, expected: [5, 1, 5] },
    {
      name: 'one each where nothing more fits',
      sizes: [2, 0, 2, 2],
      most: 10,
      inAll: 2,
      expected: [1, 0, 1, 0],
    },
    { name: 'no families', sizes: [], most: 10, inAll: 10, expected: [] },
  ]
  it.each(rows)('$name', ({ sizes, most, inAll, expected }) => {
    expect(shownCounts(sizes, most, inAll)).toEqual(expected)
  })

  it('keeps both caps, and leaves nothing out that would fit', () => {
    const sizes = fc.array(fc.nat(40), { maxLength: 30 })
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 30, max: 300 }),
        (all, most, inAll) => {
          const shown = shownCounts(all, most, inAll)
          const sum = shown.reduce((a, b) => a + b, 0)
          expect(sum).toBeLessThanOrEqual(inAll)
          for (const [at, size] of all.entries()) expect(shown[at]).toBeLessThanOrEqual(Math.min(size, most))
          const wanted = all.reduce((a, size) => a + Math.min(size, most), 0)
          expect(sum).toBeGreaterThanOrEqual(wanted <= inAll ? wanted : inAll - all.length)
        },
      ),
    )
  })
})
