import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { type Bucket, bucketsOver, quantileOf } from './buckets.ts'

const page = (counts: Readonly<Record<string, number>>, label = 'le', more = ''): string =>
  Object.entries(counts)
    .map(([edge, count]) => `h_bucket{${more}${label}="${edge}"} ${count}`)
    .join('\n')

const over = (before: string, now: string) => bucketsOver(windowOf(before, now), 'h')

const shapes: readonly { name: string; before: string; now: string; expected: readonly Bucket[] }[] = [
  {
    name: 'cumulative counts become counts of each bucket, over the window',
    before: page({ '0.1': 5, '0.5': 7, '+Inf': 8 }),
    now: page({ '0.1': 7, '0.5': 13, '+Inf': 14 }),
    expected: [
      { lower: 0, upper: 0.1, count: 2 },
      { lower: 0.1, upper: 0.5, count: 4 },
      { lower: 0.5, upper: Infinity, count: 0 },
    ],
  },
  {
    name: 'series add up by edge, in any order, 1.0 being 1',
    before: `${page({ '+Inf': 0, '1': 0 }, 'le', 'p="a",')}\n${page({ '1.0': 0, '+Inf': 0 }, 'le', 'p="b",')}`,
    now: `${page({ '+Inf': 3, '1': 2 }, 'le', 'p="a",')}\n${page({ '1.0': 4, '+Inf': 4 }, 'le', 'p="b",')}`,
    expected: [
      { lower: 0, upper: 1, count: 6 },
      { lower: 1, upper: Infinity, count: 1 },
    ],
  },
  {
    name: 'a bucket below the one before it is repaired',
    before: page({ '1': 0, '2': 0, '+Inf': 0 }),
    now: page({ '1': 5, '2': 4, '+Inf': 6 }),
    expected: [
      { lower: 0, upper: 1, count: 5 },
      { lower: 1, upper: 2, count: 0 },
      { lower: 2, upper: Infinity, count: 1 },
    ],
  },
  {
    name: 'negative edges begin at themselves, as Prometheus has it',
    before: page({ '-1': 0, '+Inf': 0 }),
    now: page({ '-1': 1, '+Inf': 1 }),
    expected: [
      { lower: -1, upper: -1, count: 1 },
      { lower: -1, upper: Infinity, count: 0 },
    ],
  },
  {
    name: 'VictoriaMetrics: ranges with counts of their own, empty ones left out',
    before: page({ '1.000e-02...1.136e-02': 1 }, 'vmrange'),
    now: page({ '8.799e-01...1.000e+00': 3, '1.000e-02...1.136e-02': 2, '1.000e+18...+Inf': 1 }, 'vmrange'),
    expected: [
      { lower: 0.01, upper: 0.01136, count: 1 },
      { lower: 0.8799, upper: 1, count: 3 },
      { lower: 1e18, upper: Infinity, count: 1 },
    ],
  },
  {
    name: 'an edge that is no number is left out',
    before: page({ x: 0, '1': 0 }),
    now: page({ x: 9, '1': 1 }),
    expected: [{ lower: 0, upper: 1, count: 1 }],
  },
  { name: 'no histogram', before: 'a 1', now: 'a 2', expected: [] },
]

describe('bucketsOver', () => {
  for (const { name, before, now, expected } of shapes) {
    it(name, () => expect(over(before, now)).toEqual(expected))
  }
})

const buckets = (...counts: readonly (readonly [lower: number, upper: number, count: number])[]) =>
  counts.map(([lower, upper, count]) => ({ lower, upper, count }))

const near = (value: number): unknown => expect.closeTo(value, 12)

const quantiles = [
  { name: 'interpolates in the bucket', of: buckets([0, 1, 10], [1, 2, 10]), q: 0.75, expected: near(1.5) },
  { name: 'at an edge', of: buckets([0, 1, 10], [1, 2, 10]), q: 0.5, expected: near(1) },
  { name: 'the first bucket begins at 0', of: buckets([0, 0.4, 4]), q: 0.5, expected: near(0.2) },
  {
    name: 'empty buckets are passed',
    of: buckets([0, 1, 0], [1, 2, 0], [2, 4, 2]),
    q: 0.5,
    expected: near(3),
  },
  {
    name: 'the open bucket gives the highest finite bound',
    of: buckets([0, 1, 1], [1, Infinity, 99]),
    q: 0.99,
    expected: near(1),
  },
  { name: 'nothing but the open bucket', of: buckets([0, Infinity, 5]), q: 0.5, expected: null },
  { name: 'no observations', of: buckets([0, 1, 0], [1, Infinity, 0]), q: 0.5, expected: null },
  { name: 'no buckets', of: [], q: 0.5, expected: null },
  { name: 'a gap between ranges', of: buckets([0.1, 0.2, 1], [0.8, 1, 1]), q: 0.75, expected: near(0.9) },
]

describe('quantileOf', () => {
  for (const { name, of, q, expected } of quantiles) {
    it(name, () => {
      expect(quantileOf(of, q)).toEqual(expected)
    })
  }

  it('rises with q and stays within the buckets', () => {
    const counts = fc.array(fc.nat({ max: 1000 }), { minLength: 2, maxLength: 12 })
    const share = fc.double({ min: 0.001, max: 1, noNaN: true })
    fc.assert(
      fc.property(counts, share, share, (of, one, two) => {
        const all = of.map((count, at) => ({ lower: at, upper: at + 1, count }))
        const [low, high] = [quantileOf(all, Math.min(one, two)), quantileOf(all, Math.max(one, two))]
        if (low === null || high === null) return of.every((count) => count === 0)
        return low <= high && low >= 0 && high <= of.length
      }),
    )
  })
})
