import type { SparkSlope } from '#src/domain/digest/digestRow.ts'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { hours } from '#src/domain/time/units.ts'

/** 2024-11-21T08:00:00Z, a Thursday. */
export const CHART_NOW = 1_732_176_000_000

/** A history of such means an hour apart that ends now; lowest and highest are 1 below and above. */
export function historyOf(mean: readonly number[], own: Partial<SignalHistory> = {}): SignalHistory {
  const values = Float32Array.from(mean)
  return {
    signal: 'goroutines',
    pod: 'orders-1',
    from: CHART_NOW - hours(mean.length),
    step: hours(1),
    mean: values,
    low: values.map((value) => value - 1),
    high: values.map((value) => value + 1),
    bound: null,
    slope: null,
    marks: [],
    ...own,
  }
}

/** A drift by 10 an hour that stands at 100 now and reaches 160 in six hours, in four to twelve of them. */
export const driftTo160 = (own: Partial<SparkSlope> = {}): SparkSlope => ({
  perHour: 10,
  ci: [5, 15],
  isDrift: true,
  since: CHART_NOW - hours(10),
  from: CHART_NOW - hours(10),
  fromValue: 0,
  to: CHART_NOW,
  toValue: 100,
  reachedAt: CHART_NOW + hours(6),
  reachedBetween: [CHART_NOW + hours(4), CHART_NOW + hours(12)],
  ...own,
})
