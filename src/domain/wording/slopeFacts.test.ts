import { describe, expect, it } from 'vitest'
import { slopeFacts } from './slopeFacts.ts'
import { SPARK_NOW as NOW, driftOf, sparkOf } from './testing/sparkOf.ts'
import { hours } from '#src/domain/time/units.ts'
import type { Spark } from '#src/domain/digest/digestRow.ts'

const told = (spark: Spark): readonly string[] =>
  slopeFacts(spark, NOW, 'UTC').map(({ label, text }) => `${label}: ${text}`)

describe('slopeFacts', () => {
  it('tells a drift line by line', () => {
    const marks = [{ at: NOW - hours(5), kind: 'deploy', version: '2.4.1' }] as const
    expect(told(sparkOf({ slope: driftOf(), marks }))).toEqual([
      'slope: +31 MiB/h',
      '95 % sure: 29 to 33',
      'since: Tue 14:20',
      'limit: 4 GiB',
      'reached: Sat about 09:40 (between 08:10 and 11:30)',
      'shown: 1 d, from 1.17 GiB to 1.9 GiB, now 1.9 GiB',
      'starts: deploy of 2.4.1 03:00',
    ])
  })

  it('has no line for what is not known', () => {
    expect(told(sparkOf({ bound: null, values: Float32Array.of(Number.NaN) }))).toEqual([
      'slope: too little is known for a slope',
      'shown: 0 ms, no reading',
    ])
  })

  it.each([
    { reachedAt: null, expected: 'reached: not in sight' },
    { reachedAt: NOW, expected: 'reached: now' },
  ])('$expected', ({ reachedAt, expected }) => {
    expect(told(sparkOf({ slope: driftOf({ reachedAt, reachedBetween: null }) }))).toContain(expected)
  })

  it('does not say of a page that does not come any more that its limit is reached now', () => {
    const slope = driftOf({ to: NOW - hours(30), reachedAt: NOW - hours(20), reachedBetween: null })
    expect(told(sparkOf({ slope }))).toContain('reached: yesterday about 12:00')
  })

  it('says that a flat line is none, and nothing of when', () => {
    const lines = told(sparkOf({ slope: driftOf({ isDrift: false, perHour: 0, ci: [-Infinity, Infinity] }) }))
    expect(lines.slice(0, 2)).toEqual(['slope: 0 B/h (no drift)', 'limit: 4 GiB'])
  })
})
