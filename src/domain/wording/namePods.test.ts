import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAMED_AT_MOST, namePods, podFacts, wherePods } from './namePods.ts'

describe('namePods', () => {
  const rows = [
    { name: 'none', pods: [], expected: '' },
    { name: 'one', pods: ['a'], expected: 'a' },
    { name: 'two', pods: ['a', 'b'], expected: 'a and b' },
    { name: 'three', pods: ['a', 'b', 'c'], expected: 'a, b and 1 more' },
    { name: 'many', pods: ['a', 'b', 'c', 'd', 'e'], expected: 'a, b and 3 more' },
  ]
  for (const { name, pods, expected } of rows) {
    it(name, () => expect(namePods(pods)).toBe(expected))
  }

  it('accounts for every pod', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('p'), { minLength: 1, maxLength: 99 }), (pods) => {
        const named = namePods(pods).match(/\bp\b/g)?.length ?? 0
        const counted = Number(/(\d+) more/.exec(namePods(pods))?.[1] ?? 0)
        expect(named).toBeLessThanOrEqual(NAMED_AT_MOST)
        expect(named + counted).toBe(pods.length)
      }),
    )
  })
})

describe('wherePods', () => {
  const rows = [
    { name: 'the only one', pods: ['a'], of: 1, expected: 'a' },
    { name: 'one of several', pods: ['a'], of: 3, expected: 'a' },
    { name: 'both', pods: ['a', 'b'], of: 2, expected: 'both pods' },
    { name: 'all', pods: ['a', 'b', 'c'], of: 3, expected: 'all 3 pods' },
    { name: 'some', pods: ['a', 'b'], of: 12, expected: '2 of 12 pods' },
  ]
  for (const { name, pods, of, expected } of rows) {
    it(name, () => expect(wherePods(pods, of)).toBe(expected))
  }
})

const fact = (pod: string, fact: string) => ({ pod, fact })

describe('podFacts', () => {
  const rows = [
    { name: 'none', facts: [], expected: '' },
    { name: 'one', facts: [fact('a', 'HTTP 500')], expected: 'a HTTP 500' },
    {
      name: 'the same of both is told once',
      facts: [fact('a', 'HTTP 500'), fact('b', 'HTTP 500')],
      expected: 'a and b HTTP 500',
    },
    {
      name: 'the same of many',
      facts: ['a', 'b', 'c', 'd'].map((pod) => fact(pod, 'HTTP 500')),
      expected: 'a, b and 2 more HTTP 500',
    },
    {
      name: 'different ones',
      facts: [fact('a', 'HTTP 500'), fact('b', 'HTTP 502')],
      expected: 'a HTTP 500, b HTTP 502',
    },
    {
      name: 'different ones of many',
      facts: [fact('a', 'HTTP 500'), fact('b', 'HTTP 502'), fact('c', 'HTTP 500')],
      expected: 'a HTTP 500, b HTTP 502 and 1 more',
    },
  ]
  for (const { name, facts, expected } of rows) {
    it(name, () => expect(podFacts(facts)).toBe(expected))
  }
})
