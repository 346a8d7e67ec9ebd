import type { AlertAcknowledgement } from '#src/domain/alert/acknowledgementsOf.ts'
import { isActor } from './isActor.ts'
import type { Ticket } from './ticket.ts'
import { AUTOMATIC, EVENT_VERSION, type TicketEvent } from './ticketEvent.ts'

/** A silence may have any text for an id; where it is used for an event's it has to be a token. */
const eventId = (silence: string): string => `silence-${silence.replaceAll(/[^\w-]/g, '_').slice(0, 80)}`

/** Who acknowledged it here needs not be told that they silenced it, too. */
const isNews = ({ ack, coResponders, timeline }: Ticket, { by, silence }: AlertAcknowledgement): boolean =>
  !(ack !== null && isActor(by, ack.by)) &&
  !coResponders.some((other) => isActor(by, other)) &&
  !timeline.some(({ event }) => event.id === eventId(silence))

/**
 * What silences `ACK! …` that were made elsewhere say of open tickets: an event for each that is not in their logs yet. It
 * stops a clock only where whoever made it is known to be a person of the team.
 */
export function externalAcks(
  tickets: ReadonlyMap<string, Ticket>,
  acknowledgements: readonly AlertAcknowledgement[],
): readonly TicketEvent[] {
  if (acknowledgements.length === 0) return []
  const open = [...tickets.values()].filter(({ state }) => state !== 'resolved' && state !== 'merged')
  return open.flatMap((ticket) => {
    const own = new Set(ticket.signals.map(({ key }) => key))
    const news = acknowledgements.filter((ack) => own.has(ack.key) && isNews(ticket, ack))
    const bySilence = new Map(news.map((ack) => [ack.silence, ack]))
    return [...bySilence.values()].map(({ by, known, comment, silence, at }): TicketEvent => ({
      v: EVENT_VERSION,
      id: eventId(silence),
      ticket: ticket.id,
      actor: AUTOMATIC,
      at,
      kind: 'external_ack',
      data: { by, known, comment, silence },
    }))
  })
}
