import type { LightCounts } from '#src/domain/digest/digestRow.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** Until when something is watched: a moment, or that no signal of the service drifts any more (null: any signal). */
export type WatchUntil =
  | { readonly kind: 'time'; readonly at: EpochMs }
  | { readonly kind: 'flat'; readonly signal: Signal | null }

/** What somebody did about an item: looked at it, keeps watching it, or opened or took a ticket for it. */
export type CheckDeed = 'seen' | 'watch' | 'ticket'

/**
 * A mark on one item of a check. It holds for what stood there when it was made: `light` and `kinds` (of the reasons then,
 * sorted, each once) tell whether there is more now.
 */
export type CheckMark = {
  /** Key of the item: see `CheckItem`. */
  readonly item: string
  readonly service: string | null
  readonly title: string
  readonly deed: CheckDeed
  readonly note: string
  readonly at: EpochMs
  readonly light: Light
  readonly kinds: readonly string[]
  /** Only of `watch`. */
  readonly until: WatchUntil | null
  /** Code of the ticket, only of `ticket`. */
  readonly ticket: string | null
}

/** A finished morning check, as it lies in the log for everybody. */
export type SignOff = {
  /** Of its event. */
  readonly id: string
  readonly at: EpochMs
  /** Their name, as a person calls themselves. */
  readonly by: string
  /** Since when the check looked. */
  readonly from: EpochMs
  /** The fleet's verdict at that moment. */
  readonly light: Light
  readonly counts: LightCounts
  readonly marks: readonly CheckMark[]
  readonly note: string
}

/** A check that is about to be signed: its moment, its id and its name come with the event. */
export type SignOffDraft = Omit<SignOff, 'id' | 'at' | 'by'>

/** Something that somebody said they watch, until somebody ends it. */
export type CheckWatch = {
  /** `<id of the sign-off>/<key of the item>`. */
  readonly id: string
  readonly item: string
  readonly service: string | null
  readonly title: string
  readonly by: string
  readonly from: EpochMs
  readonly note: string
  readonly until: WatchUntil
  /** What it was about. */
  readonly light: Light
  readonly kinds: readonly string[]
}
