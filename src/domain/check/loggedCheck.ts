import type { LightCounts } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { CheckMark, WatchUntil } from './signOff.ts'

/** Until when something is watched, as it lies in a log: a later build may know signals that this one does not. */
type LoggedUntil =
  | Extract<WatchUntil, { readonly kind: 'time' }>
  | { readonly kind: 'flat'; readonly signal: string | null }

/** A mark as it lies in a log. */
export type LoggedMark = Omit<CheckMark, 'until'> & { readonly until: LoggedUntil | null }

/** What the event of a sign-off says. */
export type LoggedSignOff = {
  readonly from: EpochMs
  readonly light: Light
  readonly counts: LightCounts
  readonly marks: readonly LoggedMark[]
  readonly note: string
  /** As the person calls themselves; the actor of the event is who the log knows to have written it. */
  readonly by: string
}
