import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'

/** The tickets that have to do with an alert. */
export type AlertTickets = {
  /** The one to act on; null where none is open. */
  readonly open: TicketRow | null
  /** How many more of its service are open. */
  readonly others: number
  /** The one that was resolved last, where none is open. */
  readonly last: TicketRow | null
}

const isOver = ({ state }: TicketRow): boolean => state === 'resolved' || state === 'merged'

/** The oldest first: it is the one that people talk about. */
const byAge = (a: TicketRow, b: TicketRow): number => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1)

const concerns = (row: TicketRow, service: string): boolean =>
  row.service === service || row.affected.includes(service)

/**
 * Of the board's rows those of an alert: `its`, the id of the ticket that is known to be the alert's own, before those of
 * its service, before those that its service was dragged into. What was merged counts no more.
 */
export function ticketsOfAlert(
  rows: Iterable<TicketRow>,
  service: string | null,
  its: string | null,
): AlertTickets {
  const own = [...rows].filter((row) => row.id === its || (service !== null && concerns(row, service)))
  const rank = (row: TicketRow): number => (row.id === its ? 0 : row.service === service ? 1 : 2)
  const [open = null, ...others] = own
    .filter((row) => !isOver(row))
    .toSorted((a, b) => rank(a) - rank(b) || byAge(a, b))
  const resolved = own.filter(({ state }) => state === 'resolved')
  const [last = null] = resolved.toSorted((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0))
  return { open, others: others.length, last: open === null ? last : null }
}
