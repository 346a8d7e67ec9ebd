import type { ClockFace, ClockName } from '#src/domain/sla/clockFace.ts'
import type { Priority } from '#src/domain/sla/priority.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Acknowledgement, TicketState } from './ticket.ts'
import type { TicketLink, TicketSource } from './ticketEvent.ts'

/** How far what was done here has got: only here, on its way, or with everybody. */
export type Sending = 'saved' | 'waiting' | 'sent'

/** One ticket as the board shows it: small, view-ready, plain data. */
export type TicketRow = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly service: string | null
  readonly project: string | null
  readonly source: TicketSource
  readonly priority: Priority
  readonly state: TicketState
  readonly assignee: string | null
  readonly ack: Acknowledgement | null
  readonly coResponders: readonly string[]
  readonly silencedBy: string | null
  readonly openedAt: EpochMs
  readonly detectedAt: EpochMs
  /** Null while it is open. */
  readonly resolvedAt: EpochMs | null
  readonly restoredAt: EpochMs | null
  readonly tta: ClockFace
  readonly trs: ClockFace
  /** Of the present cycle and those before, in order. */
  readonly breaches: readonly {
    readonly clock: ClockName
    readonly at: EpochMs
    readonly byRequalification: boolean
  }[]
  /** All that opened it is well since then, and it resolves itself at `at`; null where it does not. */
  readonly restoring: { readonly since: EpochMs; readonly at: EpochMs } | null
  /** Whether what opened it can be seen now. */
  readonly signalUnknown: boolean
  readonly flapping: number | null
  /** Other services that joined it. */
  readonly affected: readonly string[]
  readonly hypercare: string | null
  readonly needsFreshLook: boolean
  readonly crossedBy: readonly [string, string] | null
  /** Since when it has its priority, where that is not the one it was opened with. */
  readonly requalifiedAt: EpochMs | null
  /** Codes of the ticket of the last episode, and of the one it was merged into. */
  readonly recurrenceOf: string | null
  readonly mergedInto: string | null
  readonly links: readonly TicketLink[]
  readonly sending: Sending
}
