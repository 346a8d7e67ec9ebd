import type { LoggedSignOff } from '#src/domain/check/loggedCheck.ts'
import type { Priority } from '#src/domain/sla/priority.ts'
import type { SlaPolicy } from '#src/domain/sla/slaPolicy.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Evidence } from './evidence.ts'
import type { Why } from './why.ts'

/** The layout of events. What a later one has written is kept and passed on, but not understood. */
export const EVENT_VERSION = 1

/** The actor of everything that no person did: all browsers share it, so that they write the same event once. */
export const AUTOMATIC = 'auto'

/** What opened a ticket: a verdict of this dashboard, an alert, a link out of one, or a person. */
export type TicketSource = 'check' | 'alertmanager' | 'link' | 'hand'

/** Why a clock was stopped for a while. */
export type PauseReason = 'third-party' | 'change-window' | 'user-feedback' | 'monitoring-fix'

/** What a ticket was about in the end, where it was no incident: then no figure counts it. */
export type ResolveCause = 'incident' | 'false-positive' | 'drill'

/** What of a ticket may be written anew by hand. */
export type EditedField = 'title' | 'description' | 'project'

export type TicketLink = { readonly label: string; readonly url: string }

/** What an event of each kind says. */
type DataByKind = {
  opened: {
    readonly title: string
    readonly description: string
    readonly service: string | null
    readonly project: string | null
    readonly source: TicketSource
    /** What comes with the same key while this one is open is the same incident. */
    readonly dedupKey: string
    /** How many episodes of the same key were known before. */
    readonly episode: number
    readonly priority: Priority
    /** Why it has that priority, in words. */
    readonly why: string
    readonly policy: SlaPolicy
    /** When the failure began, as far as it is known, and when a browser saw it. */
    readonly openedAt: EpochMs
    readonly detectedAt: EpochMs
    /** The ticket of the episode before, where that was not long ago. */
    readonly recurrenceOf: string | null
    readonly links: readonly TicketLink[]
    readonly evidence: Evidence | null
  }
  /** Something that belongs to it began, or began again. */
  signal_added: {
    readonly key: string
    readonly service: string | null
    readonly title: string
    readonly since: EpochMs
  }
  /** … and is well again. */
  signal_cleared: { readonly key: string; readonly clearedAt: EpochMs }
  acknowledged: object
  /** Somebody silenced its alert elsewhere with words of acknowledgement. */
  external_ack: {
    readonly by: string
    /** Whether that name is known to be a person of the team: only then it stops a clock. */
    readonly known: boolean
    readonly comment: string
    readonly silence: string
  }
  assigned: { readonly to: string }
  unassigned: object
  requalified: { readonly from: Priority; readonly to: Priority; readonly reason: string }
  paused: { readonly reason: PauseReason; readonly note: string; readonly until: EpochMs | null }
  resumed: object
  commented: { readonly text: string }
  linked: TicketLink
  merged_into: { readonly into: string }
  unmerged: { readonly from: string }
  resolved: { readonly restoredAt: EpochMs; readonly note: string; readonly cause: ResolveCause }
  reopened: { readonly reason: string }
  edited: { readonly field: EditedField; readonly value: string }
  policy_changed: { readonly policy: SlaPolicy; readonly reason: string }
  postmortem: { readonly whys: readonly Why[]; readonly markdown: string }
  /** Hides what an event of this ticket says: personal data. */
  redacted: { readonly event: string }
  /** Somebody finished a morning check. This and the next lie under `CHECKS`, in no ticket. */
  signed_off: LoggedSignOff
  /** Somebody needs no more to look at what they, or another, said they watch: `CheckWatch.id`. */
  watch_ended: { readonly watch: string; readonly by: string }
}

export type EventKind = keyof DataByKind

/** What every event of a ticket's log says. It is written once and never changed. */
export type EventHead = {
  readonly v: typeof EVENT_VERSION
  /** Unique within its ticket. Of people a ULID; what is automatic has an id that follows from what it says. */
  readonly id: string
  readonly ticket: string
  /** Who did it, as a token; `AUTOMATIC` for no person. */
  readonly actor: string
  /** By the writer's clock, corrected by what is known of its fault. */
  readonly at: EpochMs
  /** By the engine's clock when it first accepted it; kept when it is offered again. Left out: no engine has it yet. */
  readonly srv?: EpochMs
  /** The newest event of the ticket that its writer had seen. */
  readonly seen?: string
}

/** One thing that happened to a ticket. */
export type TicketEvent<K extends EventKind = EventKind> = {
  [Kind in K]: EventHead & { readonly kind: Kind; readonly data: DataByKind[Kind] }
}[K]

/** An event that this build does not understand: of a later layout, or of a kind it has not heard of. Kept as it is. */
export type ForeignEvent = Omit<EventHead, 'v'> & {
  readonly v: number
  readonly kind: string
  readonly data: unknown
  readonly foreign: true
}

/** What a log holds. */
export type LoggedEvent = TicketEvent | ForeignEvent

/** Whether this build understands an event. */
export const isUnderstood = (event: LoggedEvent): event is TicketEvent => !('foreign' in event)
