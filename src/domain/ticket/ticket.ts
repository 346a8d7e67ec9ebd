import type { Priority } from '#src/domain/sla/priority.ts'
import type { SlaPolicy } from '#src/domain/sla/slaPolicy.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Evidence } from './evidence.ts'
import type { LoggedEvent, PauseReason, ResolveCause, TicketLink, TicketSource } from './ticketEvent.ts'
import type { Why } from './why.ts'

export type TicketState = 'new' | 'acknowledged' | 'paused' | 'resolved' | 'merged'

/** A stretch in which the clock of restoration stands still; open while `to` is null. `until`: it ends by itself then. */
export type Pause = {
  readonly from: EpochMs
  readonly to: EpochMs | null
  readonly until: EpochMs | null
  readonly reason: PauseReason
  readonly by: string
}

/** One run of both clocks. A later reopening begins a new one; what came back at once goes on in the same. */
export type Cycle = {
  readonly start: EpochMs
  /** The first acknowledgement by a person. */
  readonly ackAt: EpochMs | null
  /** Null while it is not restored. */
  readonly restoredAt: EpochMs | null
  readonly pauses: readonly Pause[]
  /**
   * From restored to back again: part of the gross time to restore, not of the net. Where a person took a resolution
   * back it begins with that, whatever it had said of the time before.
   */
  readonly wellAgain: readonly { readonly from: EpochMs; readonly to: EpochMs }[]
  readonly reopens: number
}

/** A change of priority, in effective order; the first is that of opening. */
export type PriorityChange = {
  readonly at: EpochMs
  readonly to: Priority
  readonly from: Priority | null
  readonly by: string
  readonly reason: string
  readonly eventId: string
}

/** Something that belongs to a ticket: the check or alert that opened it, and those that joined it. */
export type TicketSignal = {
  readonly key: string
  readonly service: string | null
  readonly title: string
  readonly since: EpochMs
  /** Null while it goes on. */
  readonly clearedAt: EpochMs | null
}

export type Acknowledgement = {
  readonly by: string
  readonly at: EpochMs
  readonly eventId: string
  /** How much later the engine heard of it: it was done offline. Null where it heard at once, or there is no engine. */
  readonly toldLateBy: DurationMs | null
}

/** An event at the time at which it counts. */
export type TimelineEntry = { readonly at: EpochMs; readonly event: LoggedEvent; readonly redacted: boolean }

/** What a ticket's events come to: the same for everybody who has the same events, in whatever order they came. */
export type Ticket = {
  readonly id: string
  /** For people: `T-` and five characters of the id. */
  readonly code: string
  readonly title: string
  readonly description: string
  readonly service: string | null
  readonly project: string | null
  readonly source: TicketSource
  readonly dedupKey: string
  readonly episode: number
  readonly why: string
  readonly priority: Priority
  readonly priorities: readonly PriorityChange[]
  /** The one in force; changed only by an event. */
  readonly policy: SlaPolicy
  readonly openedAt: EpochMs
  readonly detectedAt: EpochMs
  /** `paused` also after the end of a pause that ends by itself: the fold knows no time, `stateAt` does. */
  readonly state: TicketState
  /** The first acknowledgement of the present cycle; null while nobody gave one. */
  readonly ack: Acknowledgement | null
  /** Who acknowledged it later: also on it. */
  readonly coResponders: readonly string[]
  /** Silenced elsewhere by somebody who is not known here. */
  readonly silencedBy: string | null
  readonly assignee: string | null
  /** In order; never empty. The last one is the present. */
  readonly cycles: readonly Cycle[]
  readonly signals: readonly TicketSignal[]
  /**
   * Since when all of its signals are well, while it is not resolved; null where any goes on, where it has none, and
   * where somebody reopened it by hand since.
   */
  readonly wellSince: EpochMs | null
  /** How often it came back within the last hour of its life, once that is too often to be resolved by itself. */
  readonly flapping: number | null
  readonly resolution: {
    readonly by: string
    readonly at: EpochMs
    readonly restoredAt: EpochMs
    readonly note: string
    readonly cause: ResolveCause
  } | null
  /** The ticket that it was merged into, and those that were merged into it. Ids. */
  readonly mergedInto: string | null
  readonly merged: readonly string[]
  readonly recurrenceOf: string | null
  /** It was raised to P1 or P2 by somebody else than whom it is assigned to, who has done nothing since. */
  readonly needsFreshLook: boolean
  /** Two people changed the same field, the later without having seen the earlier. Names, the later first; null where not. */
  readonly crossedBy: readonly [string, string] | null
  readonly links: readonly TicketLink[]
  readonly whys: readonly Why[]
  readonly postmortem: string | null
  readonly evidence: Evidence | null
  readonly timeline: readonly TimelineEntry[]
  /** Events of it that this build does not understand. */
  readonly foreign: number
  /** The newest event: what a writer has seen. */
  readonly lastEvent: string
}
