import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { quantile } from './quantile.ts'

const histogram = (fast: number, slow: number, sum: number): string =>
  [
    `h_bucket{le="0.1"} ${fast}`,
    `h_bucket{le="1"} ${fast + slow}`,
    `h_bucket{le="+Inf"} ${fast + slow}`,
    `h_sum ${sum}`,
    `h_count ${fast + slow}`,
  ].join('\n')

const summary = (path: string, p99: string, count: number): string =>
  `h{path="${path}",quantile="0.99"} ${p99}\nh{path="${path}",quantile="0.5"} 0.01\nh_count{path="${path}"} ${count}`

const DECAYING = 'p99 of h, over its own decaying window'

const near = (value: number): unknown => expect.closeTo(value, 12)

const rows = [
  {
    name: 'of a histogram, over the window',
    before: histogram(100, 0, 5),
    now: histogram(150, 50, 30),
    expected: { value: near(0.982), from: 'p99 of h' },
  },
  {
    name: 'the open bucket gives the highest finite bound',
    before: histogram(0, 0, 0),
    now: `h_bucket{le="0.1"} 1\nh_bucket{le="1"} 1\nh_bucket{le="+Inf"} 200\nh_sum 900\nh_count 200`,
    expected: { value: near(1), from: 'p99 of h' },
  },
  {
    name: 'no observations in the window',
    before: histogram(9, 9, 4),
    now: histogram(9, 9, 4),
    expected: null,
  },
  { name: 'one page', before: null, now: histogram(9, 9, 4), expected: null },
  {
    name: "of a summary, its series by the window's requests",
    before: `${summary('/a', '0.2', 10)}\n${summary('/b', '0.6', 10)}`,
    now: `${summary('/a', '0.2', 40)}\n${summary('/b', '0.6', 20)}`,
    expected: { value: near(0.3), from: DECAYING },
  },
  {
    name: 'a series nobody asked in the window does not count',
    before: `${summary('/a', '0.2', 10)}\n${summary('/b', '9', 10)}`,
    now: `${summary('/a', '0.2', 40)}\n${summary('/b', '9', 10)}`,
    expected: { value: near(0.2), from: DECAYING },
  },
  {
    name: 'a summary that says NaN for an empty window of its own',
    before: summary('/a', 'NaN', 10),
    now: summary('/a', 'NaN', 20),
    expected: null,
  },
  { name: 'no requests', before: summary('/a', '0.2', 10), now: summary('/a', '0.2', 10), expected: null },
  {
    name: 'count, sum and max make no quantile (Micrometer without percentiles)',
    before: 'h_count 10\nh_sum 3\nh_max 0.9',
    now: 'h_count 20\nh_sum 6\nh_max 0.9',
    expected: null,
  },
  {
    name: 'a summary without this quantile',
    before: 'h{quantile="0.95"} 1\nh_count 1',
    now: 'h{quantile="0.95"} 1\nh_count 2',
    expected: null,
  },
]

describe('quantile', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => {
      const found = quantile(0.99, 'h').read(windowOf(before, now))
      expect(found && { value: found.value, from: found.from }).toEqual(expected)
    })
  }

  it('says the name it has on a page with a prefix', () => {
    const before = 'my_go_goroutines 1\nmy_go_gc_pauses_seconds_bucket{le="1"} 0'
    const now = 'my_go_goroutines 1\nmy_go_gc_pauses_seconds_bucket{le="1"} 4'
    expect(quantile(0.5, 'go_gc_pauses_seconds').read(windowOf(before, now))).toMatchObject({
      value: 0.5,
      from: 'p50 of my_go_gc_pauses_seconds',
    })
  })
})
