import { describe, expect, it } from 'vitest'
import { oddText } from './oddWords.ts'
import { mebibytes } from '#src/domain/time/units.ts'

const READER = { now: 0, timeZone: 'UTC' }
const odd = (value: number, others: number) => ({
  pod: 'orders-1',
  value,
  others,
  times: others === 0 ? null : value / others,
})

describe('how a pod differs', () => {
  it.each([
    { name: 'times', one: odd(310, 100), others: ['b', 'c'], expected: '3.1 × the others' },
    { name: 'times of the other one', one: odd(310, 100), others: ['b'], expected: '3.1 × b' },
    { name: 'a part', one: odd(25, 100), others: ['b', 'c'], expected: '0.25 × the others' },
    { name: 'many times', one: odd(52_345, 10), others: ['b', 'c'], expected: '5,235 × the others' },
  ])('$name', ({ one, others, expected }) => {
    expect(oddText('memory', one, others, READER)).toBe(expected)
  })

  it('is told in values where there is no ratio to speak of', () => {
    expect(oddText('requestRate', odd(12, 0), ['b', 'c'], READER)).toBe('12 /s, the others 0 /s')
    expect(oddText('memory', odd(0, mebibytes(100)), ['b', 'c'], READER)).toBe('0 B, the others 100 MiB')
  })
})
