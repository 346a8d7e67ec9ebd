import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { add, less, perSecond } from './figure.ts'
import { fullestPool, type PoolKind, poolWants } from './fullestPool.ts'

const HIKARI: PoolKind = {
  by: ['pool'],
  inUse: [add('active')],
  idle: [add('idle')],
  waiting: [add('pending')],
  max: [add('max')],
}
const COUNTED: PoolKind = {
  by: ['db'],
  inUse: [add('total'), less('free')],
  waiting: [perSecond('waited_seconds')],
}

const hikari = (pool: string, active: number, idle: number, pending: number, max: number): string =>
  Object.entries({ active, idle, pending, max })
    .map(([name, value]) => `${name}{pool="${pool}"} ${value}\n`)
    .join('')

const rows = [
  { name: 'one', page: hikari('a', 3, 2, 0, 10), expected: [3, 10, 'a', 2, 0] },
  {
    name: 'the fullest speaks, and all numbers are its own',
    page: hikari('a', 30, 2, 0, 100) + hikari('b', 9, 1, 0, 10),
    expected: [9, 10, 'b', 1, 0],
  },
  {
    name: 'of two that are full, the one that is waited for',
    page: hikari('a', 10, 0, 0, 10) + hikari('b', 10, 0, 7, 10),
    expected: [10, 10, 'b', 0, 7],
  },
  {
    name: 'of equals the first by name',
    page: hikari('b', 0, 5, 0, 10) + hikari('a', 0, 5, 0, 10),
    expected: [0, 10, 'a', 5, 0],
  },
  { name: 'max 0 is no limit (database/sql)', page: hikari('a', 3, 2, 0, 0), expected: [3, null, 'a', 2, 0] },
  {
    name: 'one of unknown size that is waited for is full',
    page: hikari('a', 9, 1, 0, 10) + hikari('b', 2, 0, 1, 0),
    expected: [2, null, 'b', 0, 1],
  },
  {
    name: 'two libraries on one page compete',
    before: 'waited_seconds{db="x"} 1',
    page: `${hikari('a', 1, 1, 0, 10)}total{db="x"} 8\nfree{db="x"} 2\nwaited_seconds{db="x"} 21`,
    expected: [6, null, 'x', null, 2],
  },
  {
    name: 'nobody waited: no number without a page before',
    page: 'total 8\nfree 2',
    expected: [6, null, null, null, null],
  },
  { name: 'no pool', page: 'other 1', expected: null },
]

describe('fullestPool', () => {
  for (const { name, before, page, expected } of rows) {
    it(name, () => {
      const found = fullestPool(windowOf(before ?? null, page), [HIKARI, COUNTED])
      const numbers = found && [
        found.poolInUse.value,
        found.poolInUse.bound,
        found.poolInUse.of,
        found.poolIdle?.value ?? null,
        found.poolWaiting?.value ?? null,
      ]
      expect(numbers).toEqual(expected)
    })
  }

  it('says where each number came from', () => {
    const found = fullestPool(windowOf(null, hikari('a', 3, 2, 0, 10)), [HIKARI])
    expect(found?.poolInUse.from).toBe('active of max')
    expect(found?.poolWaiting).toEqual({ value: 0, from: 'pending', of: 'a', bound: null })
    expect(poolWants(COUNTED).exact).toEqual(['total', 'free', 'waited_seconds'])
  })
})
