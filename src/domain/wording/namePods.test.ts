import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listPods, NAMED_AT_MOST, namePods, podFacts, shortNames, wherePods } from './namePods.ts'

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
    { name: 'one', facts: [fact('a', 'HTTP 500')], expected: 'HTTP 500 (a)' },
    {
      name: 'the same of both is told once',
      facts: [fact('a', 'HTTP 500'), fact('b', 'HTTP 500')],
      expected: 'HTTP 500 (a, b)',
    },
    {
      name: 'the same of many',
      facts: ['a', 'b', 'c', 'd'].map((pod) => fact(pod, 'HTTP 500')),
      expected: 'HTTP 500 (a, b and 2 more)',
    },
    {
      name: 'different ones',
      facts: [fact('a', 'HTTP 500'), fact('b', 'HTTP 502')],
      expected: 'HTTP 500 (a), HTTP 502 (b)',
    },
    {
      name: 'different ones of many',
      facts: [fact('a', 'HTTP 500'), fact('b', 'HTTP 502'), fact('c', 'HTTP 500')],
      expected: 'HTTP 500 (a, c), HTTP 502 (b)',
    },
    {
      name: 'the most common first, the rest counted',
      facts: [fact('a', 'HTTP 500'), fact('b', 'HTTP 502'), fact('c', 'HTTP 503'), fact('d', 'HTTP 502')],
      expected: 'HTTP 502 (b, d), HTTP 500 (a) and 1 more',
    },
  ]
  for (const { name, facts, expected } of rows) {
    it(name, () => expect(podFacts(facts)).toBe(expected))
  }
})

describe('shortNames', () => {
  const rows = [
    { name: 'none', names: [], expected: [] },
    { name: 'a single one stays whole', names: ['storefront-fqswn-w7fpc'] },
    {
      name: 'of one replica set',
      names: ['storefront-fqswn-w7fpc', 'storefront-fqswn-mh5z2'],
      expected: ['…w7fpc', '…mh5z2'],
    },
    {
      name: 'of two replica sets',
      names: ['storefront-fqswn-w7fpc', 'storefront-8d7c9-w7fpc'],
      expected: ['…fqswn-w7fpc', '…8d7c9-w7fpc'],
    },
    { name: 'with nothing in common', names: ['storefront-w7fpc', 'shop-mh5z2'] },
    { name: 'that are short as they are', names: ['orders-1', 'orders-2', 'orders-1234'] },
    { name: 'of which one begins another', names: ['orders-api', 'orders-api-canary'] },
    { name: 'cut between words only', names: ['ordersabcd', 'ordersefgh'] },
    { name: 'by addresses', names: ['10.0.17.2011', '10.0.17.2012'], expected: ['…2011', '…2012'] },
  ] as const
  for (const { name, names, ...row } of rows) {
    it(name, () => expect(shortNames(names)).toEqual('expected' in row ? row.expected : names))
  }

  it('keeps names that differ different, and each the end of its name', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '-', '.'), minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 5 }), word, (ends, start) => {
        const names = ends.map((end) => `${start}-${end}`)
        const short = shortNames(names)
        expect(new Set(short).size).toBe(names.length)
        short.forEach((text, i) => expect(names[i]?.endsWith(text.replace('…', ''))).toBe(true))
      }),
    )
  })
})

describe('listPods', () => {
  const long = ['web-5f6d-aaaaa', 'web-5f6d-bbbbb', 'web-5f6d-ccccc']
  const rows = [
    { name: 'one', names: ['a'], expected: 'a' },
    { name: 'two', names: ['a', 'b'], expected: 'a, b' },
    { name: 'three', names: ['a', 'b', 'c'], expected: 'a, b and 1 more' },
    { name: 'long ones', names: long, expected: '…aaaaa, …bbbbb and 1 more' },
  ]
  for (const { name, names, expected } of rows) it(name, () => expect(listPods(names)).toBe(expected))
})
