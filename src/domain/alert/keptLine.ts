import type { Spark } from '#src/domain/digest/digestRow.ts'
import type { KeptLine } from '#src/domain/ticket/evidence.ts'

/** A kept line has no more points: what a small line on a screen shows. */
const MOST_POINTS = 80
/** Digits that are kept of a value: less than a tenth of a per mille is not to be seen on it. */
const DIGITS = 4

const rounded = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null

/** The mean of the values that are there, rounded; null for a gap. */
function meanOf(values: Float32Array): number | null {
  const there = values.filter((value) => Number.isFinite(value))
  return rounded(there.reduce((sum, value) => sum + value, 0) / there.length)
}

/**
 * A line in so few points (80) of so few digits (4) that it can be kept with a ticket: neighbours are told by their mean,
 * gaps are null.
 */
export function keptLine({
  signal,
  pod,
  from,
  step,
  values,
  bound,
}: Pick<Spark, 'signal' | 'pod' | 'from' | 'step' | 'values' | 'bound'>): KeptLine {
  const every = Math.max(1, Math.ceil(values.length / MOST_POINTS))
  const points = Math.ceil(values.length / every)
  const kept = Array.from({ length: points }, (_, i) => meanOf(values.subarray(i * every, (i + 1) * every)))
  return {
    signal,
    pod,
    from,
    step: step * every,
    values: kept,
    bound: bound === null ? null : rounded(bound),
  }
}
