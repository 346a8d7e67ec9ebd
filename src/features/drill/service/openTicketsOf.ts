import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { hashTo } from '#src/state/hashTo.ts'

/** The open tickets that are about a service, or that it joined: the most urgent first, of those the oldest. */
export const openTicketsOf = (service: string, rows: ReadonlyMap<string, TicketRow>): readonly TicketRow[] =>
  [...rows.values()]
    .filter(
      ({ service: its, affected, state }) =>
        (its === service || affected.includes(service)) && state !== 'resolved' && state !== 'merged',
    )
    .toSorted((a, b) => a.priority - b.priority || a.detectedAt - b.detectedAt)

/** The address of a ticket's page. */
export const ticketHref = ({ code }: Pick<TicketRow, 'code'>): string => hashTo(`/t/${code}`)
