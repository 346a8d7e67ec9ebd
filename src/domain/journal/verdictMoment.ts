import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'

/** A reason as it was said at its time: its words are kept, for what they were made of is forgotten. */
export type SaidReason = {
  readonly kind: ReasonKind
  readonly light: Light
  readonly since: EpochMs
  /** With its numbers and clock times, as they were worded then. */
  readonly text: string
  /** The pods that it named, worst first. */
  readonly pods: readonly string[]
}

/** How a service stood from `at` on, until the next moment of its journal, or until nobody watched any more. */
export type VerdictMoment = {
  readonly at: EpochMs
  readonly light: Light
  /** Worst first. */
  readonly reasons: readonly SaidReason[]
  readonly pods: readonly {
    readonly name: string
    readonly light: Light
    readonly version: string | null
  }[]
}
