import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { postmortemDraft } from '#src/domain/postmortem/postmortemDraft.ts'
import { postmortemDue } from '#src/domain/postmortem/postmortemDue.ts'
import { statisticsOf } from '#src/domain/statistics/statisticsOf.ts'
import { ticketsCsv } from '#src/domain/statistics/ticketsCsv.ts'
import type { TicketStatistics } from '#src/domain/statistics/ticketStatistics.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { Sending, TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketRowOf } from '#src/domain/ticket/ticketRowOf.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { TicketDetail } from '#src/engine/deskProtocol.ts'
import type { Shelf } from './shelf.ts'

/** What a ticket's page is made of beside the ticket. */
export type Behind = {
  readonly shelf: Shelf
  readonly fleet: Fleet
  /** Null for one that is not on the board any more. */
  readonly row: TicketRow | null
  readonly sending: Sending
}

/** The tickets that a ticket names: of the last episode, of the merge. */
const namedBy = ({ recurrenceOf, mergedInto, merged }: Ticket): readonly string[] =>
  [recurrenceOf, mergedInto, ...merged].filter((id) => id !== null)

function sendingOfEvents({ timeline, id }: Ticket, { log }: Shelf): Record<string, Sending> {
  const isShared = log.status().kind === 'nats'
  const own = timeline.filter(({ event }) => event.srv === undefined)
  return Object.fromEntries(
    own.map(({ event }) => {
      const sent: Sending = log.isSent(id, event.id) ? 'sent' : 'waiting'
      return [event.id, isShared ? sent : 'saved']
    }),
  )
}

/** One ticket whole, as its page shows it. `page`: the address of that, where it is known. */
export function ticketDetail(
  ticket: Ticket,
  { shelf, fleet, row, sending }: Behind,
  now: EpochMs,
  page?: string,
): TicketDetail {
  const codeOf = (id: string): string => shelf.book.find(id)?.code ?? id
  const context = { codeOf, sending, signalUnknown: false, automatic: fleet.tickets.automatic }
  const { timeZone } = fleet.tickets.policy.calendars['business'] ?? { timeZone: 'UTC' }
  const tickets = [...shelf.book.all().values()]
  return {
    row: row ?? ticketRowOf(ticket, context, now),
    ticket,
    sending: sendingOfEvents(ticket, shelf),
    codes: Object.fromEntries(namedBy(ticket).map((id) => [id, codeOf(id)])),
    postmortem: postmortemDraft(ticket, { timeZone, now, ...(page !== undefined && { page }) }),
    postmortemDue: postmortemDue(ticket, tickets, now),
  }
}

/** The team's figures as of now. */
export const statistics = ({ book }: Shelf, timeZone: string, now: EpochMs): TicketStatistics =>
  statisticsOf([...book.all().values()], timeZone, now)

/** All tickets as of now, as CSV. */
export const csvOfTickets = ({ book }: Shelf, now: EpochMs): string =>
  ticketsCsv([...book.all().values()], now)
