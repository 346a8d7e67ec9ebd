import { describe, expect, it } from 'vitest'
import { follow } from './testing/follow.ts'

/** Seconds at an hour: flat for a day and a half, then rising. */
const flat = (): number => 0.02
const rising = (hour: number): number => 0.08 + Math.max(0, hour - 36) * 0.02

type Track = (hour: number) => number

const driftsOf = (p99: Track, p50: Track | null): readonly string[] =>
  follow(60, (hour) => ({
    values: [['latencyP99', p99(hour)], ...(p50 === null ? [] : [['latencyP50', p50(hour)] as const])],
  })).pod.drifts.map(({ signal }) => signal)

describe('latency that rises for hours', () => {
  it.each([
    { name: 'neither does', p99: flat, p50: flat, expected: [] },
    { name: 'the slowest requests alone', p99: rising, p50: flat, expected: ['latencyP99'] },
    { name: 'all requests', p99: rising, p50: (hour: number) => rising(hour) / 4, expected: [] },
    { name: 'the median alone', p99: flat, p50: (hour: number) => rising(hour) / 4, expected: [] },
    { name: 'the median is not told', p99: rising, p50: null, expected: [] },
    {
      name: 'the median has jumped just now',
      p99: rising,
      p50: (hour: number) => (hour > 59.4 ? 0.05 : 0.02),
      expected: [],
    },
    {
      name: 'one page has a high median',
      p99: rising,
      p50: (hour: number) => (hour > 59.9 ? 0.03 : 0.02),
      expected: ['latencyP99'],
    },
  ])('$name: $expected', ({ p99, p50, expected }) => {
    expect(driftsOf(p99, p50)).toEqual(expected)
  })
})
