import type { Priority } from '#src/domain/sla/priority.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { EditedField, PauseReason, ResolveCause, TicketLink, TicketSource } from './ticketEvent.ts'
import type { Why } from './why.ts'

/** What a person may do to a ticket. */
export type TicketCommand =
  | { readonly do: 'acknowledge' }
  /** To acknowledge it and have it. */
  | { readonly do: 'take' }
  /** Null: nobody has it any more. */
  | { readonly do: 'assign'; readonly to: string | null }
  | { readonly do: 'requalify'; readonly to: Priority; readonly reason: string }
  | {
      readonly do: 'pause'
      readonly reason: PauseReason
      readonly note: string
      readonly until: EpochMs | null
    }
  | { readonly do: 'resume' }
  | {
      readonly do: 'resolve'
      readonly restoredAt: EpochMs
      readonly note: string
      readonly cause: ResolveCause
    }
  | { readonly do: 'reopen'; readonly reason: string }
  /** The id of the ticket that goes on. */
  | { readonly do: 'merge'; readonly into: string }
  | { readonly do: 'unmerge' }
  | { readonly do: 'comment'; readonly text: string }
  | { readonly do: 'link'; readonly link: TicketLink }
  | { readonly do: 'edit'; readonly field: EditedField; readonly value: string }
  | { readonly do: 'postmortem'; readonly whys: readonly Why[]; readonly markdown: string }
  | { readonly do: 'redact'; readonly event: string }

/** A ticket that a person opens. */
export type TicketDraft = {
  readonly title: string
  readonly description: string
  readonly service: string | null
  readonly project: string | null
  readonly priority: Priority
  readonly source: Extract<TicketSource, 'hand' | 'link'>
  /** Null: it is like no other. */
  readonly dedupKey: string | null
  readonly openedAt: EpochMs
  readonly links: readonly TicketLink[]
}

/** Why something was not done. Words are made of it in `domain/wording`. */
export type Refusal =
  | { readonly kind: 'unknown-ticket' }
  | { readonly kind: 'no-name' }
  /** This user, or this page, may only look. `detail`: what the engine said. */
  | { readonly kind: 'read-only'; readonly detail: string | null }
  | { readonly kind: 'not-stored'; readonly detail: string }
  /** It is so already, or cannot be done in this state. */
  | {
      readonly kind: 'already'
      readonly state:
        | 'acknowledged'
        | 'assigned'
        | 'paused'
        | 'running'
        | 'resolved'
        | 'open'
        | 'merged'
        | 'priority'
    }
  | { readonly kind: 'resolved' | 'merged' | 'not-merged' }
  | { readonly kind: 'needs-reason' | 'needs-text' | 'needs-link' }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'p1-not-paused' }
  | { readonly kind: 'pause-ends-in-the-past' }
  | { readonly kind: 'restored-in-the-future'; readonly now: EpochMs }
  | { readonly kind: 'restored-before-opened'; readonly openedAt: EpochMs }
  | { readonly kind: 'merge-with-itself' | 'merge-in-a-circle' }
  | { readonly kind: 'unknown-event' }
