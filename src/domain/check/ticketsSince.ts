import type { EpochMs } from '#src/domain/time/units.ts'
import type { CheckTicket } from './checkLog.ts'
import type { MorningCheck } from './morningCheck.ts'

const did = ({ deeds }: CheckTicket, kinds: ReadonlySet<string>): boolean =>
  deeds.some(({ event }) => kinds.has(event.kind))

const OPENING: ReadonlySet<string> = new Set(['opened', 'reopened'])

/** Whether it is not restored, and no part of another. */
export const isOpen = ({ row }: CheckTicket): boolean => row.state !== 'resolved' && row.state !== 'merged'

/** Also one that began before and was opened since, or came back. */
export const isOpenedSince = (ticket: CheckTicket, from: EpochMs): boolean =>
  ticket.row.openedAt >= from || did(ticket, OPENING)

/** Whether one of its clocks ran out within the time. */
export const isBreachedSince = ({ row }: CheckTicket, from: EpochMs): boolean =>
  row.breaches.some(({ at }) => at >= from)

/** Also one that was well again before, and was told so since. */
const isRestoredSince = ({ row }: CheckTicket, from: EpochMs): boolean =>
  row.state === 'resolved' && Math.max(row.restoredAt ?? 0, row.resolvedAt ?? 0) >= from

/** Whether a person has not heard of it yet: it was opened, breached or restored since. */
export const isNews = (ticket: CheckTicket, from: EpochMs): boolean =>
  isOpenedSince(ticket, from) || isBreachedSince(ticket, from) || isRestoredSince(ticket, from)

/** Tickets that stand for themselves: one that was merged is told by the one it went into. */
export const ownTickets = (tickets: readonly CheckTicket[]): readonly CheckTicket[] =>
  tickets.filter(({ row }) => row.state !== 'merged')

/** Breached ones first, then the most urgent, then the oldest. */
export const byTicketUrgency = (a: CheckTicket, b: CheckTicket): number =>
  Number(isOpen(b)) - Number(isOpen(a)) ||
  Number(b.row.breaches.length > 0) - Number(a.row.breaches.length > 0) ||
  a.row.priority - b.row.priority ||
  a.row.openedAt - b.row.openedAt ||
  (a.row.code < b.row.code ? -1 : 1)

/** What happened to tickets since `from`; one ticket may be in several. `tickets`: without those that were merged. */
export function ticketsSince(tickets: readonly CheckTicket[], from: EpochMs): MorningCheck['tickets'] {
  const sorted = tickets.toSorted(byTicketUrgency)
  return {
    opened: sorted.filter((ticket) => isOpenedSince(ticket, from)),
    breached: sorted.filter((ticket) => isBreachedSince(ticket, from)),
    restored: sorted.filter((ticket) => isRestoredSince(ticket, from)),
    open: sorted.filter(isOpen),
  }
}
