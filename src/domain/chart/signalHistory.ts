import type { SparkMark, SparkSlope } from '#src/domain/digest/digestRow.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/**
 * How one signal of one pod went over a span, in equal steps: place `i` is `[from + i × step, from + (i + 1) × step)`. NaN
 * in all three is a gap. In the signal's unit.
 */
export type SignalHistory = {
  readonly signal: Signal
  readonly pod: string
  readonly from: EpochMs
  readonly step: DurationMs
  readonly mean: Float32Array
  readonly low: Float32Array
  readonly high: Float32Array
  readonly bound: number | null
  /** As of its newest value; null while too little is known, and where the span ends before it. */
  readonly slope: SparkSlope | null
  /** Starts of its process within the span, oldest first. */
  readonly marks: readonly SparkMark[]
}
