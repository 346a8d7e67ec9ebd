import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** A line as it was drawn: `values[i]` at `from + i × step`; null is a gap. */
export type KeptLine = {
  readonly signal: string
  readonly pod: string
  readonly from: EpochMs
  readonly step: DurationMs
  readonly values: readonly (number | null)[]
  readonly bound: number | null
}

/** What was seen when a ticket was opened: it stays, when all of it is long forgotten elsewhere. */
export type Evidence = {
  readonly light: Light
  readonly at: EpochMs
  /** In words, with their numbers, the worst first. */
  readonly reasons: readonly string[]
  /** Pods by their light, as `2 of 3 pods red`. */
  readonly pods: string
  readonly version: string | null
  readonly lines: readonly KeptLine[]
}
