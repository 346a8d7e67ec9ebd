import { describe, expect, it } from 'vitest'
import { fitCounts, fitSentence } from './fitSentence.ts'
import { SPARK_NOW as NOW } from './testing/sparkOf.ts'
import type { SparkMark } from '#src/domain/digest/digestRow.ts'
import type { ExplainedPoint, PointUse } from '#src/domain/slope/explainFit.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'

const START = NOW - hours(3)

/** A point a minute: before the start, in it, and after it. */
const pointsOf = (uses: readonly (readonly [PointUse, number])[]): readonly ExplainedPoint[] => {
  const all = uses.flatMap(([use, n]) => Array.from({ length: n }, () => use))
  const before = all.filter((use) => use === 'before-start').length
  return all.map((use, i) => ({ t: START + minutes(i - before), mean: 1, low: 0, high: 2, use }))
}
const restart: SparkMark = { at: START, kind: 'restart', version: null }
const deploy: SparkMark = { at: START - minutes(1), kind: 'deploy', version: '2.4.1' }

const tell = (points: readonly ExplainedPoint[], marks: readonly SparkMark[] = []): string =>
  fitSentence(fitCounts(points, marks, NOW, 'UTC'))

describe('fitSentence of fitCounts', () => {
  it.each<{
    readonly uses: readonly (readonly [PointUse, number])[]
    readonly marks?: readonly SparkMark[]
    readonly expected: string
  }>([
    { uses: [], expected: 'no samples yet' },
    { uses: [['used', 1204]], expected: '1,204 used' },
    {
      uses: [
        ['before-start', 12],
        ['start-up', 20],
        ['outlier', 3],
        ['used', 1204],
        ['outside', 2],
      ],
      marks: [restart],
      expected:
        '1,204 used; left out: 12 before the restart 05:00, 20 during start-up, 3 outliers, 2 outside the window',
    },
    {
      uses: [
        ['before-start', 1],
        ['used', 5],
        ['outlier', 1],
      ],
      marks: [deploy],
      expected: '5 used; left out: 1 before the deploy 04:59, 1 outlier',
    },
    {
      uses: [
        ['before-start', 2],
        ['used', 5],
      ],
      marks: [{ ...restart, at: START - days(2) }],
      expected: '5 used; left out: 2 before it began anew 05:00',
    },
    { uses: [['start-up', 3]], expected: 'none used; left out: 3 during start-up' },
    {
      uses: [['before-start', 3]],
      marks: [restart],
      expected: 'none used; left out: 3 before the restart 05:00',
    },
  ])('$expected', ({ uses, marks, expected }) => expect(tell(pointsOf(uses), marks)).toBe(expected))
})
