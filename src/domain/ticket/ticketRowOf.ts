import { breachesOf } from '#src/domain/sla/breachesOf.ts'
import { slaClocks } from '#src/domain/sla/slaClocks.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { stateAt } from './stateAt.ts'
import type { Ticket } from './ticket.ts'
import type { Sending, TicketRow } from './ticketRow.ts'

/** What a row says that the ticket's own events do not. */
export type RowContext = {
  /** The code of another ticket; its id where that is not known. */
  readonly codeOf: (id: string) => string
  readonly sending: Sending
  /** Whether what opened it can be seen now. */
  readonly signalUnknown: boolean
  /** Whether it resolves itself once all of it is well. */
  readonly automatic: boolean
}

function restoringOf(ticket: Ticket, { automatic }: RowContext): TicketRow['restoring'] {
  const { wellSince, flapping, policy, state } = ticket
  const isOpen = state === 'new' || state === 'acknowledged'
  if (wellSince === null || flapping !== null || !automatic || !isOpen) return null
  return { since: wellSince, at: wellSince + policy.resolveDelay }
}

function affectedBy({ service, signals }: Ticket): readonly string[] {
  const names = signals.flatMap((signal) => signal.service ?? [])
  return [...new Set(names)].filter((name) => name !== service)
}

/** The row of a ticket as it stands at `now`. */
export function ticketRowOf(ticket: Ticket, context: RowContext, now: EpochMs): TicketRow {
  const { tta, trs } = slaClocks(ticket, now)
  const { codeOf, sending, signalUnknown } = context
  const last = ticket.priorities.at(-1)
  return {
    id: ticket.id,
    code: ticket.code,
    title: ticket.title,
    service: ticket.service,
    project: ticket.project,
    source: ticket.source,
    priority: ticket.priority,
    state: stateAt(ticket, now),
    assignee: ticket.assignee,
    ack: ticket.ack,
    coResponders: ticket.coResponders,
    silencedBy: ticket.silencedBy,
    openedAt: ticket.openedAt,
    detectedAt: ticket.detectedAt,
    resolvedAt: ticket.resolution?.at ?? null,
    restoredAt: ticket.resolution?.restoredAt ?? null,
    tta,
    trs,
    breaches: breachesOf(ticket, now),
    restoring: restoringOf(ticket, context),
    signalUnknown,
    flapping: ticket.flapping,
    affected: affectedBy(ticket),
    hypercare: ticket.policy.hypercare,
    needsFreshLook: ticket.needsFreshLook,
    crossedBy: ticket.crossedBy,
    requalifiedAt: ticket.priorities.length > 1 && last !== undefined ? last.at : null,
    recurrenceOf: ticket.recurrenceOf === null ? null : codeOf(ticket.recurrenceOf),
    mergedInto: ticket.mergedInto === null ? null : codeOf(ticket.mergedInto),
    links: ticket.links,
    sending,
  }
}

/** Until when a row is true without another word: its clocks run by themselves, a breach has to be told. */
export function rowHoldsUntil({ tta, trs }: TicketRow, now: EpochMs): EpochMs {
  const dues = [tta.due, trs.due].flatMap((due) => (due !== null && due >= now ? due + 1 : []))
  return Math.min(tta.holdsUntil, trs.holdsUntil, ...dues)
}
