import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { BeatenMessage } from '#src/engine/deskProtocol.ts'
import type { Shelf } from './shelf.ts'

/** Tells those whose acknowledgement came second, once the first one is heard of. */
export type BeatenWatch = {
  /** This browser has acknowledged a ticket with that event, as the first that it knows of. */
  acknowledged(ticket: string, event: string): void
  /** Events came from elsewhere. */
  heard(events: readonly LoggedEvent[], shelf: Shelf): void
}

/** How much earlier the winner was than the event `own`; null where that is the winner, or nobody is. */
function beatenBy({ ack, timeline }: Ticket, own: string): Pick<BeatenMessage, 'by' | 'earlierBy'> | null {
  const mine = timeline.find(({ event }) => event.id === own)
  if (ack === null || mine === undefined || ack.eventId === own || ack.by === mine.event.actor) return null
  return { by: ack.by, earlierBy: Math.max(0, mine.at - ack.at) }
}

/** Nobody has acknowledged anything yet. */
export function beatenWatch(tell: (message: BeatenMessage) => void): BeatenWatch {
  const own = new Map<string, string>()
  return {
    acknowledged: (ticket, event) => void own.set(ticket, event),
    heard(events, { book }) {
      for (const id of new Set(events.map(({ ticket }) => ticket))) {
        const event = own.get(id)
        const ticket = event === undefined ? null : book.find(id)
        const beaten = event === undefined || ticket === null ? null : beatenBy(ticket, event)
        if (ticket === null || beaten === null) continue
        own.delete(id)
        tell({ kind: 'beaten', ticket: id, code: ticket.code, ...beaten })
      }
    },
  }
}
