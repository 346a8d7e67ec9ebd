import type { GrowingLabel } from '#src/domain/exposition/labelGrowth.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** A real, lasting slope of one signal of one pod, as of its newest sample. */
export type Drift = {
  readonly signal: Signal
  /** Which of several it is (the fullest disk, the deepest queue): its name as labelled. */
  readonly of: string | null
  readonly value: number
  /** In the signal's unit per hour, with its 95 % interval. */
  readonly perHour: number
  readonly ci: readonly [number, number]
  readonly since: EpochMs
  readonly bound: number | null
  /** When it reaches the bound; null without one. */
  readonly reachedAt: EpochMs | null
  /** The 95 % interval of that moment; its end is null where the slope may as well be none. */
  readonly reachedBetween: readonly [EpochMs, EpochMs | null] | null
  /** The deploy after which it began. */
  readonly deploy: { readonly version: string | null; readonly at: EpochMs } | null
  /** The restart after which it began, where no deploy is suspected. */
  readonly restartAt: EpochMs | null
  /** Of a metrics page: the label that makes it grow, where one is known to. */
  readonly grows?: GrowingLabel
}
