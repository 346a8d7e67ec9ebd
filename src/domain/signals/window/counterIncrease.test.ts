import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sample } from '#src/domain/exposition/exposition.ts'
import { type Continuity, increasesBetween, seriesKey } from './counterIncrease.ts'

const SAME: Continuity = { restarted: false, complete: true }

const page = (values: Readonly<Record<string, number>>): readonly Sample[] =>
  Object.entries(values).map(([path, value]) => ({ name: 'hits_total', labels: { path }, value, at: null }))

const rows = [
  { name: 'grows', before: { a: 5 }, now: { a: 8 }, expected: { a: 3 } },
  { name: 'stands still', before: { a: 5 }, now: { a: 5 }, expected: { a: 0 } },
  { name: 'drops: a reset counts from zero', before: { a: 500 }, now: { a: 8 }, expected: { a: 8 } },
  {
    name: 'drops in one series only: that one is reset, the other is not',
    before: { a: 500, b: 10 },
    now: { a: 8, b: 12 },
    expected: { a: 8, b: 2 },
  },
  {
    name: 'a series appears in a known family: it was born in the window',
    before: { a: 5 },
    now: { a: 6, b: 3 },
    expected: { a: 1, b: 3 },
  },
  {
    name: 'a series appears where the page before was cut: it counts from its first sight',
    before: { a: 5 },
    now: { a: 6, b: 3_000_000 },
    continuity: { ...SAME, complete: false },
    expected: { a: 1 },
  },
  {
    name: 'a whole family appears: it counts from its first sight',
    before: {},
    now: { a: 3_000_000 },
    expected: {},
  },
  {
    name: 'another process: all of it counts, even above the earlier value',
    before: { a: 5 },
    now: { a: 9, b: 1 },
    continuity: { ...SAME, restarted: true },
    expected: { a: 9, b: 1 },
  },
  { name: 'a series goes', before: { a: 5, b: 7 }, now: { a: 6 }, expected: { a: 1 } },
  {
    name: 'the order changes',
    before: { a: 1, b: 10, c: 100 },
    now: { c: 103, a: 2, b: 12 },
    expected: { c: 3, a: 1, b: 2 },
  },
  { name: 'a counter below zero gives nothing', before: { a: 5 }, now: { a: -3 }, expected: { a: 0 } },
  { name: 'the family goes', before: { a: 5 }, now: {}, expected: {} },
]

describe('increasesBetween', () => {
  for (const { name, before, now, continuity, expected } of rows) {
    it(name, () => {
      const grown = increasesBetween(page(before), page(now), continuity ?? SAME)
      expect(Object.fromEntries(grown.map(({ labels, by }) => [labels['path'], by]))).toEqual(expected)
    })
  }

  it('never answers with a negative increase', () => {
    const values = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ noNaN: true }))
    fc.assert(
      fc.property(values, values, fc.boolean(), fc.boolean(), (before, now, restarted, complete) => {
        const grown = increasesBetween(page(before), page(now), { restarted, complete })
        return grown.every(({ by }) => by >= 0)
      }),
    )
  })

  it('pairs series by their labels, whatever the order of lines', () => {
    const counts = fc.uniqueArray(fc.tuple(fc.string(), fc.nat(), fc.nat()), {
      selector: ([path]) => path,
      minLength: 1,
    })
    fc.assert(
      fc.property(counts, (series) => {
        const before = series.flatMap(([path, count]) => page({ [path]: count }))
        const now = series.flatMap(([path, count, more]) => page({ [path]: count + more }))
        const straight = increasesBetween(before, now, SAME)
        const reversed = increasesBetween(before, now.toReversed(), SAME)
        expect(reversed.toReversed()).toEqual(straight)
      }),
    )
  })
})

describe('seriesKey', () => {
  const pairs = [
    { name: 'the order of labels does not matter', a: { x: '1', y: '2' }, b: { y: '2', x: '1' }, same: true },
    { name: 'values do', a: { x: '1' }, b: { x: '2' }, same: false },
    { name: 'so do names', a: { x: '1' }, b: { y: '1' }, same: false },
    { name: 'labels are not glued together', a: { x: '1y2' }, b: { x: '1', y: '2' }, same: false },
    { name: 'one may be left out', a: { x: '1', le: '5' }, b: { x: '1' }, without: 'le', same: true },
  ]
  for (const { name, a, b, without, same } of pairs) {
    it(name, () => expect(seriesKey(a, without) === seriesKey(b, without)).toBe(same))
  }
})
