import { describe, expect, it } from 'vitest'
import { clockSkew } from './clockSkew.ts'

/** Samples of an answer each: the engine's time, when it was asked for and when it came. */
type Sample = readonly [number, number, number]

describe('the skew of a clock', () => {
  it.each<{ name: string; samples: readonly Sample[]; expected: number | null }>([
    { name: 'nothing was seen', samples: [], expected: null },
    { name: 'the middle of question and answer', samples: [[1010, 1000, 1020]], expected: 0 },
    { name: 'behind', samples: [[61_010, 1000, 1020]], expected: 60_000 },
    { name: 'ahead', samples: [[1010, 61_000, 61_020]], expected: -60_000 },
    {
      name: 'one that waited does not count',
      samples: [
        [1005, 1000, 1000],
        [2900, 2000, 2000],
        [3007, 3000, 3000],
        [4006, 4000, 4000],
      ],
      expected: 7,
    },
    { name: 'what took too long says nothing', samples: [[1000, 0, 2001]], expected: null },
    { name: 'nor what was answered before it was asked', samples: [[1000, 1000, 999]], expected: null },
    {
      name: 'one that is far off is waited for',
      samples: [
        [1000, 1000, 1000],
        [9000, 2000, 2000],
      ],
      expected: 0,
    },
    {
      name: 'two in a row are a clock that was set',
      samples: [
        [1000, 1000, 1000],
        [1000, 1000, 1000],
        [1000, 1000, 1000],
        [9000, 2000, 2000],
        [9500, 2501, 2501],
      ],
      expected: 7000,
    },
  ])('$name', ({ samples, expected }) => {
    const skew = clockSkew()
    for (const sample of samples) skew.sample(...sample)
    expect(skew.value()).toBe(expected)
  })
})
