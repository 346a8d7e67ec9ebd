import { describe, expect, it } from 'vitest'
import { sparkSentence } from './sparkSentence.ts'
import { mebibytes, seconds } from '#src/domain/time/units.ts'
import type { Spark } from '#src/domain/digest/digestRow.ts'

const spark = (values: readonly number[], bound: number | null = null): Spark => ({
  signal: 'memory',
  pod: 'catalog-2',
  from: 0,
  step: seconds(30),
  values: Float32Array.from(values),
  bound,
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
})
