import { describe, expect, it } from 'vitest'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import { monthOf } from './monthOf.ts'
import { spreadOf } from './spreadOf.ts'

describe('spreadOf', () => {
  it.each([
    [0, { n: 0, median: null, mean: null, p90: null, p95: null, longest: null }],
    [1, { n: 1, median: 1, mean: 1, p90: null, p95: null, longest: 1 }],
    [4, { n: 4, median: 2, mean: 2.5, p90: null, p95: null, longest: 4 }],
    [9, { n: 9, median: 5, mean: 5, p90: null, p95: null, longest: 9 }],
    [10, { n: 10, median: 5, mean: 5.5, p90: 9, p95: null, longest: 10 }],
    [19, { n: 19, median: 10, mean: 10, p90: 18, p95: null, longest: 19 }],
    [20, { n: 20, median: 10, mean: 10.5, p90: 18, p95: 19, longest: 20 }],
    [100, { n: 100, median: 50, mean: 50.5, p90: 90, p95: 95, longest: 100 }],
  ])('of 1 to %i, in any order', (n, expected) => {
    const values = Array.from({ length: n }, (_, i) => ((i * 7919) % n) + 1)
    // 7919 is a prime: every value comes once.
    expect(spreadOf(values)).toEqual(expected)
  })
})

describe('monthOf', () => {
  it.each([
    ['2026-11-21T18:00:00Z', 'Europe/Paris', '2026-11'],
    ['2026-10-31T23:30:00Z', 'Europe/Paris', '2026-11'],
    ['2026-10-31T23:30:00Z', 'America/New_York', '2026-10'],
    ['2025-12-31T23:00:00Z', 'Europe/Paris', '2026-01'],
  ])('of %s in %s is %s', (at, zone, expected) => {
    expect(monthOf(parseTimestamp(at) ?? 0, zone)).toBe(expected)
  })
})
