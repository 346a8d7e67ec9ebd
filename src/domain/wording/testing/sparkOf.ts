import type { Spark, SparkSlope } from '#src/domain/digest/digestRow.ts'
import { hours, mebibytes, minutes } from '#src/domain/time/units.ts'

/** 2024-11-21T08:00:00Z, a Thursday. */
export const SPARK_NOW = 1_732_176_000_000

const MIB = mebibytes(1)

/** A drift of memory by 31 MiB/h since Tuesday 14:20 UTC that reaches its limit on Saturday. */
export const driftOf = (own: Partial<SparkSlope> = {}): SparkSlope => ({
  perHour: 31 * MIB,
  ci: [29 * MIB, 33 * MIB],
  since: SPARK_NOW - hours(41) - minutes(40),
  isDrift: true,
  from: SPARK_NOW - hours(24),
  fromValue: 1200 * MIB,
  to: SPARK_NOW,
  toValue: 1944 * MIB,
  reachedAt: SPARK_NOW + hours(49) + minutes(40),
  reachedBetween: [SPARK_NOW + hours(48) + minutes(10), SPARK_NOW + hours(51) + minutes(30)],
  ...own,
})

/** A day of memory of catalog-2, three readings, a limit of 4 GiB; without a slope unless one is given. */
export const sparkOf = (own: Partial<Spark> = {}): Spark => ({
  signal: 'memory',
  pod: 'catalog-2',
  readAt: SPARK_NOW,
  from: SPARK_NOW - hours(24),
  step: hours(12),
  values: Float32Array.of(1200 * MIB, 1572 * MIB, 1944 * MIB),
  bound: 4096 * MIB,
  slope: null,
  marks: [],
  ...own,
})
