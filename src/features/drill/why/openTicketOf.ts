import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { BoardState } from '#src/state/boardStore.ts'

const isOpen = ({ state }: TicketRow): boolean => state !== 'resolved' && state !== 'merged'

/** Below zero: the first is rather the one that a service's whys belong to. */
function byConcern(a: TicketRow, b: TicketRow, service: string): number {
  const own = Number(b.service === service) - Number(a.service === service)
  return own || a.priority - b.priority || a.openedAt - b.openedAt || a.id.localeCompare(b.id)
}

/**
 * The open ticket that a service's five whys go into: its own before one that it only joined, then the most urgent, then
 * the oldest. Null where there is none.
 */
export function openTicketOf({ rows }: Pick<BoardState, 'rows'>, service: string): TicketRow | null {
  let found: TicketRow | null = null
  for (const row of rows.values()) {
    if (!isOpen(row) || !(row.service === service || row.affected.includes(service))) continue
    if (found === null || byConcern(row, found, service) < 0) found = row
  }
  return found
}
