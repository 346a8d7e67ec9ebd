import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'

/** What is looked at of a ticket's row. */
type Concerned = Pick<
  TicketRow,
  'id' | 'service' | 'affected' | 'source' | 'title' | 'priority' | 'state' | 'openedAt' | 'resolvedAt'
>

/** What tells an alert's tickets from others. */
type AlertMarks = {
  /** Of the fleet; null where it is about none that is known. */
  readonly service: string | null
  /** What its own ticket would be called. */
  readonly title: string
  /** The id of the ticket that it opened or joined; null where there is none. */
  readonly its: string | null
}

/** The tickets that have to do with an alert. */
export type AlertTickets<Row extends Concerned = TicketRow> = {
  /** The one to act on; null where none is open that is about the same. */
  readonly open: Row | null
  /** The others of its service that are open, the most urgent first. */
  readonly others: readonly Row[]
  /** The one that was resolved last, where there is none to act on. */
  readonly last: Row | null
}

const isOver = ({ state }: Concerned): boolean => state === 'resolved' || state === 'merged'

const concerns = (row: Concerned, service: string): boolean =>
  row.service === service || row.affected.includes(service)

/** How near a ticket is to an alert: its own, one that tells the same of its service, what dragged that down, something else. */
const ELSE = 3
function distance({ id, service, source, title }: Concerned, alert: AlertMarks): number {
  if (id === alert.its) return 0
  if (service !== alert.service) return 2
  return source === 'check' || title === alert.title ? 1 : ELSE
}

/** The most urgent first, then the oldest: it is the one that people talk about. */
const byUrgency = (a: Concerned, b: Concerned): number =>
  a.priority - b.priority || a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1)

/**
 * Of the board's rows those of an alert: its own first, then the one that the watch opened for its service (a check and an
 * alert of one service are one incident) or that is called the same, then one that its service was dragged into. Whatever
 * else is open on its service, opened by a person or by another alert, is not acted on for it. What was merged counts no more.
 */
export function ticketsOfAlert<Row extends Concerned>(
  rows: Iterable<Row>,
  alert: AlertMarks,
): AlertTickets<Row> {
  const { service, its } = alert
  const own = [...rows].filter((row) => row.id === its || (service !== null && concerns(row, service)))
  const going = own
    .filter((row) => !isOver(row))
    .toSorted((a, b) => distance(a, alert) - distance(b, alert) || byUrgency(a, b))
  const open = going.find((row) => distance(row, alert) < ELSE) ?? null
  const resolved = own.filter(({ state }) => state === 'resolved')
  const [last = null] = resolved.toSorted(
    (a, b) => Number(b.id === its) - Number(a.id === its) || (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0),
  )
  return { open, others: going.filter((row) => row !== open), last: open === null ? last : null }
}
