import { describe, expect, it } from 'vitest'
import { sparkSentence } from './sparkSentence.ts'
import { driftOf, SPARK_NOW, sparkOf } from './testing/sparkOf.ts'
import { hours, mebibytes, seconds } from '#src/domain/time/units.ts'
import type { Spark } from '#src/domain/digest/digestRow.ts'

const spark = (values: readonly number[], bound: number | null = null): Spark => ({
  signal: 'memory',
  pod: 'catalog-2',
  readAt: 0,
  from: 0,
  step: seconds(30),
  values: Float32Array.from(values),
  bound,
  slope: null,
  marks: [],
})
const MIB = mebibytes(1)

describe('sparkSentence', () => {
  const rows = [
    {
      name: 'from low to high, now, and the limit',
      spark: spark([120 * MIB, 150 * MIB, 146 * MIB], 160 * MIB),
      expected: 'memory of catalog-2 over 1 min: from 120 MiB to 150 MiB, now 146 MiB, limit 160 MiB',
    },
    {
      name: 'without a limit',
      spark: spark([2 * MIB, 2 * MIB]),
      expected: 'memory of catalog-2 over 30 s: from 2 MiB to 2 MiB, now 2 MiB',
    },
    {
      name: 'gaps are passed over',
      spark: spark([Number.NaN, 3 * MIB, Number.NaN]),
      expected: 'memory of catalog-2 over 1 min: from 3 MiB to 3 MiB, now 3 MiB',
    },
    {
      name: 'nothing but gaps',
      spark: spark([Number.NaN, Number.NaN]),
      expected: 'memory of catalog-2 over 30 s: no reading',
    },
    { name: 'nothing at all', spark: spark([]), expected: 'memory of catalog-2 over 0 ms: no reading' },
  ]
  for (const { name, spark, expected } of rows) {
    it(name, () => expect(sparkSentence(spark, 0, 'UTC')).toBe(expected))
  }

  it('tells the slope, which tells of the limit, and starts', () => {
    const marks = [{ at: SPARK_NOW - hours(2), kind: 'restart', version: null }] as const
    expect(sparkSentence(sparkOf({ slope: driftOf(), marks }), SPARK_NOW, 'UTC')).toBe(
      'memory of catalog-2 over 1 d: from 1.17 GiB to 1.9 GiB, now 1.9 GiB, +31 MiB/h (29 to 33), since Tue 14:20, ' +
        'reaches its 4 GiB limit Sat about 09:40 (between 08:10 and 11:30), restart 06:00',
    )
  })
})
