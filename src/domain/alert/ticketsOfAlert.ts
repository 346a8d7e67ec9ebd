import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'

/** What is looked at of a ticket's row. */
type Concerned = Pick<TicketRow, 'id' | 'service' | 'affected' | 'state' | 'openedAt' | 'resolvedAt'>

/** The tickets that have to do with an alert. */
export type AlertTickets<Row extends Concerned = TicketRow> = {
  /** The one to act on; null where none is open. */
  readonly open: Row | null
  /** How many more of its service are open. */
  readonly others: number
  /** The one that was resolved last, where none is open. */
  readonly last: Row | null
}

const isOver = ({ state }: Concerned): boolean => state === 'resolved' || state === 'merged'

/** The oldest first: it is the one that people talk about. */
const byAge = (a: Concerned, b: Concerned): number => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1)

const concerns = (row: Concerned, service: string): boolean =>
  row.service === service || row.affected.includes(service)

/**
 * Of the board's rows those of an alert: `its`, the id of the ticket that is known to be the alert's own, before those of
 * its service, before those that its service was dragged into. What was merged counts no more.
 */
export function ticketsOfAlert<Row extends Concerned>(
  rows: Iterable<Row>,
  service: string | null,
  its: string | null,
): AlertTickets<Row> {
  const own = [...rows].filter((row) => row.id === its || (service !== null && concerns(row, service)))
  const rank = (row: Row): number => (row.id === its ? 0 : row.service === service ? 1 : 2)
  const [open = null, ...others] = own
    .filter((row) => !isOver(row))
    .toSorted((a, b) => rank(a) - rank(b) || byAge(a, b))
  const resolved = own.filter(({ state }) => state === 'resolved')
  const [last = null] = resolved.toSorted((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0))
  return { open, others: others.length, last: open === null ? last : null }
}
