import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { firstOf, minus, plus, scaled, share, times } from './combine.ts'
import { gauge } from './gauge.ts'

const window = windowOf(null, 'a 6\nb 2\nzero 0')
const [a, b, zero, absent] = [gauge('a'), gauge('b'), gauge('zero'), gauge('absent')]

const rows = [
  { name: 'plus', reader: plus(a, b), expected: [8, 'a + b'] },
  { name: 'minus', reader: minus(a, b), expected: [4, 'a - b'] },
  { name: 'minus below zero', reader: minus(b, a), expected: null },
  { name: 'times', reader: times(a, b), expected: [12, 'a × b'] },
  { name: 'share', reader: share(b, a), expected: [1 / 3, 'b ÷ a'] },
  { name: 'share of nothing', reader: share(zero, zero), expected: null },
  { name: 'share of zero', reader: share(a, zero), expected: null },
  { name: 'one side is absent', reader: plus(a, absent), expected: null },
  { name: 'the other side is absent', reader: plus(absent, a), expected: null },
  { name: 'scaled', reader: scaled(a, 0.001), expected: [0.006, 'a'] },
  { name: 'scaled, absent', reader: scaled(absent, 0.001), expected: null },
  { name: 'the first of several', reader: firstOf(absent, b, a), expected: [2, 'b'] },
  { name: 'none of several', reader: firstOf(absent, absent), expected: null },
  { name: 'none at all', reader: firstOf(), expected: null },
]

describe('combinations', () => {
  for (const { name, reader, expected } of rows) {
    it(name, () => {
      const found = reader.read(window)
      expect(found === null ? null : [found.value, found.from]).toEqual(expected)
    })
  }

  it('ask for what both sides need', () => {
    expect(share(b, plus(a, zero)).wants.exact).toEqual(['b', 'a', 'zero'])
    expect(scaled(a, 2).wants.exact).toEqual(['a'])
  })
})
