import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { pauseP99 } from './pauseP99.ts'

const go = (longest: number, sum: number, count: number): string =>
  `gc{quantile="0.75"} 0.0001\ngc{quantile="1"} ${longest}\ngc_sum ${sum}\ngc_count ${count}`

const micrometer = (cause: string, longest: number, sum: number, count: number): string =>
  `gc_max{cause="${cause}"} ${longest}\ngc_sum{cause="${cause}"} ${sum}\ngc_count{cause="${cause}"} ${count}`

const near = (value: number): unknown => expect.closeTo(value, 9)

const rows = [
  {
    name: 'one pause is known exactly',
    before: go(0.09, 1, 40),
    now: go(0.09, 1.002, 41),
    expected: near(0.002),
  },
  {
    name: 'an old outlier on record does not outweigh what the window took',
    before: go(0.09, 1, 40),
    now: go(0.09, 1.004, 44),
    expected: near(0.004),
  },
  {
    name: 'many pauses: the longest on record',
    before: go(0.003, 1, 40),
    now: go(0.003, 1.05, 90),
    expected: near(0.003),
  },
  { name: 'no pause', before: go(0.09, 1, 40), now: go(0.09, 1, 40), expected: undefined },
  { name: 'one page', before: null, now: go(0.09, 1, 40), expected: undefined },
  {
    name: 'the worst of several causes (Micrometer)',
    before: `${micrometer('minor', 0.004, 1, 10)}\n${micrometer('full', 0.8, 2, 3)}`,
    now: `${micrometer('minor', 0.004, 1.02, 20)}\n${micrometer('full', 0.8, 2.5, 5)}`,
    expected: near(0.5),
  },
  {
    name: 'a cause without pauses in the window is not asked',
    before: `${micrometer('minor', 0.004, 1, 10)}\n${micrometer('full', 0.8, 2, 3)}`,
    now: `${micrometer('minor', 0.004, 1.02, 20)}\n${micrometer('full', 0.8, 2, 3)}`,
    expected: near(0.004),
  },
  {
    name: 'nothing on record and several pauses: unknown',
    before: 'gc_sum 1\ngc_count 10',
    now: 'gc_sum 2\ngc_count 15',
    expected: undefined,
  },
]

const buckets = (short: number, long: number, sum: number): string =>
  `gc_bucket{le="0.01"} ${short}\ngc_bucket{le="0.1"} ${short + long}\ngc_bucket{le="+Inf"} ${short + long}\ngc_sum ${sum}\ngc_count ${short + long}`

const histograms = [
  {
    name: 'a histogram with many pauses: interpolated',
    before: buckets(0, 0, 0),
    now: buckets(100, 100, 5),
    expected: near(0.0982),
  },
  {
    name: 'two pauses in a wide bucket are held to what they took together',
    before: buckets(500, 5, 1),
    now: buckets(510, 7, 1.023),
    expected: near(0.023),
  },
  { name: 'no pause', before: buckets(5, 5, 1), now: buckets(5, 5, 1), expected: undefined },
]

describe('pauseP99', () => {
  for (const { name, before, now, expected } of [...rows, ...histograms]) {
    it(name, () => {
      const value = pauseP99('gc').read(windowOf(before, now))?.value
      expect(value).toEqual(expected)
    })
  }
})
