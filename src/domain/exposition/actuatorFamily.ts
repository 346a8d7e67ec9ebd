import type { MetricType } from './exposition.ts'

/** What the measurements of one actuator metric are called in Prometheus. */
export type ActuatorFamily = {
  readonly type: MetricType
  /** Sample names by statistic. */
  readonly suffixes: ReadonlyMap<string, string>
  /** What values are divided by, to have times in seconds. */
  readonly perUnit: number
}

const PER_SECOND: Readonly<Record<string, number>> = {
  seconds: 1,
  milliseconds: 1e3,
  microseconds: 1e6,
  nanoseconds: 1e9,
}

/**
 * Names a metric as Micrometer's PrometheusNamingConvention does: snake case, the base unit at the end unless
 * it is there, `_total` for counters, `_seconds` for timers. Which kind of meter it is shows in its
 * statistics.
 */
export const actuatorFamily = (
  name: string,
  baseUnit: string | null,
  statistics: ReadonlySet<string>,
): ActuatorFamily => {
  const snake = name.replaceAll(/[^a-zA-Z0-9_:]/g, '_').replace(/^(?=\d)/, 'm_')
  const perUnit = PER_SECOND[baseUnit ?? ''] ?? 1
  const timed = statistics.has('TOTAL_TIME') || statistics.has('ACTIVE_TASKS')
  const unit = timed || perUnit !== 1 ? 'seconds' : baseUnit
  const base = unit === null || snake.endsWith(`_${unit}`) ? snake : `${snake}_${unit}`
  const { type, suffixes } = meterOf(base, statistics)
  return { type, suffixes: new Map(suffixes), perUnit }
}

type Meter = { readonly type: MetricType; readonly suffixes: readonly (readonly [string, string])[] }

const meterOf = (base: string, statistics: ReadonlySet<string>): Meter => {
  if (statistics.has('ACTIVE_TASKS')) {
    const suffixes = [
      ['ACTIVE_TASKS', `${base}_active_count`],
      ['DURATION', `${base}_duration_sum`],
      ['MAX', `${base}_max`],
    ] as const
    return { type: 'gauge', suffixes }
  }
  if (statistics.has('TOTAL_TIME') || statistics.has('TOTAL')) {
    const suffixes = [
      ['COUNT', `${base}_count`],
      ['TOTAL_TIME', `${base}_sum`],
      ['TOTAL', `${base}_sum`],
      ['MAX', `${base}_max`],
    ] as const
    return { type: 'summary', suffixes }
  }
  if (statistics.has('COUNT')) {
    return { type: 'counter', suffixes: [['COUNT', base.endsWith('_total') ? base : `${base}_total`]] }
  }
  return {
    type: 'gauge',
    suffixes: [
      ['VALUE', base],
      ['MAX', `${base}_max`],
    ],
  }
}
