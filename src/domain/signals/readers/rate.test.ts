import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { partRate, rate } from './rate.ts'

const rows = [
  { name: 'per second', before: 'hits 100', now: 'hits 130', expected: 3 },
  {
    name: 'each series by itself: one is reset, the other is not',
    before: 'hits{p="a"} 1000\nhits{p="b"} 10',
    now: 'hits{p="a"} 5\nhits{p="b"} 25',
    expected: 2,
  },
  {
    name: 'only the series that fit',
    before: 'hits{p="a"} 10\nhits{p="b"} 10',
    now: 'hits{p="a"} 20\nhits{p="b"} 90',
    filter: { p: 'a' },
    expected: 1,
  },
  { name: 'one page', before: null, now: 'hits 130', expected: undefined },
  { name: 'new on the page', before: 'other 1', now: 'hits 130', expected: undefined },
  { name: 'gone from the page', before: 'hits 130', now: 'other 1', expected: undefined },
  { name: 'nothing happened', before: 'hits 130', now: 'hits 130', expected: 0 },
]

describe('rate', () => {
  for (const { name, before, now, filter, expected } of rows) {
    it(name, () => expect(rate('hits', filter).read(windowOf(before, now))?.value).toBe(expected))
  }

  it('says where it came from', () => {
    const window = windowOf('hits{p="a"} 1', 'hits{p="a"} 2')
    expect(rate('hits', { p: 'a' }).read(window)?.from).toBe('rate of hits{p="a"}')
  })
})

describe('partRate', () => {
  const window = windowOf('gc_sum 1\ngc_count 10', 'gc_sum 1.5\ngc_count 40')
  it('counts', () => expect(partRate('gc', 'count').read(window)?.value).toBe(3))
  it('sums', () => expect(partRate('gc', 'sum').read(window)?.value).toBe(0.05))
  it('asks for the family', () => expect(partRate('gc', 'sum').wants.exact).toEqual(['gc']))
  it('says which part', () => expect(partRate('gc', 'sum').read(window)?.from).toBe('rate of gc_sum'))
})
