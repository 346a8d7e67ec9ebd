import type { Deploy } from '#src/domain/deploy/deploysOf.ts'
import type { JournalStretch } from '#src/domain/journal/journalStretch.ts'
import type { LightStretch } from '#src/domain/series/lightStretches.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/**
 * All that is known of one service, oldest first, also from outside of the week: the red light of a deploy may come after
 * it, and a drift of it may end later.
 */
export type WeekSource = {
  readonly name: string
  /** Whether the fleet names it: of one that is gone only what was seen is told. */
  readonly isNamed: boolean
  /** Which light it was seen with. Grey, and where nobody watched, are left out; none overlaps another. */
  readonly lights: readonly LightStretch[]
  /** How it stood, in the words of that time. */
  readonly stretches: readonly JournalStretch[]
  readonly deploys: readonly Deploy[]
  /** Starts of its pods that are no deploys. */
  readonly restarts: readonly { readonly pod: string; readonly at: EpochMs }[]
  /** So long after a deploy a red light is put down to it. */
  readonly hypercare: DurationMs
}
