import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measured, sumOf, usableBound, wantsOfAll } from './reader.ts'

describe('usableBound', () => {
  const rows = [
    { name: 'a limit', limit: 20_000, expected: 20_000 },
    { name: 'zero is none', limit: 0, expected: null },
    { name: 'the JVM says -1', limit: -1, expected: null },
    { name: 'Integer.MAX_VALUE', limit: 2_147_483_647, expected: null },
    { name: 'one more is a limit', limit: 2_147_483_648, expected: 2_147_483_648 },
    { name: 'GOMEMLIMIT is off', limit: 9.223372036854776e18, expected: null },
    { name: 'cgroup v1 without limit', limit: 9223372036854771712, expected: null },
    { name: 'node_filefd_maximum without limit', limit: 1.8446744073709552e19, expected: null },
    { name: 'a terabyte', limit: 2 ** 40, expected: 2 ** 40 },
    { name: 'not told', limit: undefined, expected: null },
    { name: 'no reading', limit: null, expected: null },
  ]
  for (const { name, limit, expected } of rows) {
    it(name, () => expect(usableBound(limit)).toBe(expected))
  }
})

describe('measured', () => {
  for (const value of [Number.NaN, Infinity, -Infinity, -1]) {
    it(`${value} is no finding`, () => expect(measured(value, 'x')).toBeNull())
  }
  it('zero is one', () => expect(measured(0, 'x')).toEqual({ value: 0, from: 'x', of: null, bound: null }))
})

describe('sumOf', () => {
  it('of nothing is 0', () => expect(sumOf([])).toBe(0))
  it('does not depend on the order, to the last digit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true })), (values) => {
        expect(sumOf(values.toReversed())).toBe(sumOf(values))
      }),
    )
  })
})

it('gathers what several need', () => {
  const needs = [{ wants: { exact: ['a'], endings: [] } }, { wants: { exact: ['b'], endings: ['_c'] } }]
  expect(wantsOfAll(needs)).toEqual({ exact: ['a', 'b'], endings: ['_c'] })
})
