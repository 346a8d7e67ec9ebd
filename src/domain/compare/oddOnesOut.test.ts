import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oddOnesOut, type PodValue } from './oddOnesOut.ts'

const pods = (values: readonly number[]): readonly PodValue[] =>
  values.map((value, i) => ({ pod: `p${i + 1}`, value }))

const oddIn = (values: readonly number[], floor = 0): readonly string[] =>
  oddOnesOut(pods(values), floor).map(({ pod }) => pod)

describe('the odd ones out', () => {
  it.each([
    { name: 'nobody of none', values: [], expected: [] },
    { name: 'nobody of one', values: [7], expected: [] },
    { name: 'nobody of equal pods', values: [5, 5, 5, 5], expected: [] },
    { name: 'the one of three', values: [100, 104, 310], expected: ['p3'] },
    { name: 'the one that has much less', values: [100, 104, 3, 99], expected: ['p3'] },
    { name: 'the one beside equal ones', values: [2, 2, 9], expected: ['p3'] },
    { name: 'the only one that has any', values: [0, 0, 0, 3], expected: ['p4'] },
    { name: 'the only one that has none', values: [12, 11, 0], expected: ['p3'] },
    { name: 'nobody where all differ alike', values: [10, 20, 30, 40, 50], expected: [] },
    { name: 'nobody where it is far off but hardly more', values: [100, 100.1, 100.2, 110], expected: [] },
    { name: 'two, the furthest first', values: [10, 10, 11, 10, 11, 60, 90], expected: ['p7', 'p6'] },
    { name: 'of two the one that has twice as much', values: [4, 9], expected: ['p2'] },
    { name: 'of two nobody below that', values: [5, 9], expected: [] },
    { name: 'of two the one that has any', values: [0, 9], expected: ['p2'] },
    { name: 'what is no number does not count', values: [Number.NaN, 4, Infinity, 9], expected: ['p4'] },
  ])('$name', ({ values, expected }) => {
    expect(oddIn(values)).toEqual(expected)
  })

  it('tells what the others have, and how many times that it is', () => {
    expect(oddOnesOut(pods([100, 104, 306]), 0)).toEqual([{ pod: 'p3', value: 306, others: 102, times: 3 }])
    expect(oddOnesOut(pods([0, 0, 3]), 0)[0]?.times).toBeNull()
  })

  it.each([
    { floor: 200, expected: ['p3'] },
    { floor: 204, expected: [] },
  ])('tells nothing of a difference up to $floor', ({ floor, expected }) => {
    expect(oddIn([100, 104, 306], floor)).toEqual(expected)
  })
})

const positive = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 20 })

describe('of any pods', () => {
  it('the unit that they are told in changes nothing', () => {
    fc.assert(
      fc.property(
        positive,
        fc.constantFrom(2, 8, 1024),
        fc.integer({ min: 0, max: 500 }),
        (values, by, floor) => {
          expect(
            oddIn(
              values.map((value) => value * by),
              floor * by,
            ),
          ).toEqual(oddIn(values, floor))
        },
      ),
    )
  })

  it('more of everything makes nobody odd who was not', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 1, max: 1_000_000 }), (values, more) => {
        const before = oddIn(values)
        for (const pod of oddIn(values.map((value) => value + more))) expect(before).toContain(pod)
      }),
    )
  })

  it('equal pods have none, and who is like the median is never one', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 20 }), (value, n) => {
        expect(oddIn(Array.from({ length: n }, () => value))).toEqual([])
      }),
    )
  })

  it('of three and more they are fewer than half', () => {
    fc.assert(
      fc.property(positive, (values) => {
        expect(oddIn(values).length).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })

  it('the order of the pods changes nothing', () => {
    fc.assert(
      fc.property(positive, (values) => {
        const turned = oddOnesOut(pods(values).toReversed(), 0).map(({ pod }) => pod)
        expect(turned.toSorted()).toEqual(oddIn(values).toSorted())
      }),
    )
  })
})
