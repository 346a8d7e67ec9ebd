import type { SparkMark } from '#src/domain/digest/digestRow.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { FitExplanation } from '#src/domain/slope/explainFit.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** What a fit's picture is drawn of. */
export type FitView = FitExplanation & {
  readonly signal: Signal
  readonly bound: number | null
  readonly marks: readonly SparkMark[]
  /** Since when it drifts; null where it does not. */
  readonly onset: EpochMs | null
}
