import type { AlertAcknowledgement } from '#src/domain/alert/acknowledgementsOf.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import { isActor } from './isActor.ts'
import { MOST_NAME, MOST_TITLE } from './textSchema.ts'
import type { Ticket } from './ticket.ts'
import { AUTOMATIC, EVENT_VERSION, type TicketEvent } from './ticketEvent.ts'

/** Who made a silence without saying who they are. */
const NAMELESS = '?'

type Board = { readonly tickets: ReadonlyMap<string, Ticket>; readonly codes: ReadonlySet<string> }

/** A silence may have any text for an id; where it is used for an event's it has to be a token. */
const eventId = (silence: string): string => `silence-${silence.replaceAll(/[^\w-]/g, '_').slice(0, 80)}`

/** Who acknowledged it here needs not be told that they silenced it, too. */
const isNews = ({ ack, coResponders, timeline }: Ticket, { by, silence }: AlertAcknowledgement): boolean =>
  !(ack !== null && isActor(by, ack.by)) &&
  !coResponders.some((other) => isActor(by, other)) &&
  !timeline.some(({ event }) => event.id === eventId(silence))

/** A silence that names a ticket speaks of no other: the next one of an alert that is still silenced has nobody yet. */
function isAboutOther({ code }: AlertAcknowledgement, ticket: Ticket, board: Board): boolean {
  if (code === null || code === ticket.code) return false
  return board.codes.has(code) && !ticket.merged.some((id) => board.tickets.get(id)?.code === code)
}

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
  const board = { tickets, codes: new Set([...tickets.values()].map(({ code }) => code)) }
  return open.flatMap((ticket) => {
    const own = new Set(ticket.signals.map(({ key }) => key))
    const news = acknowledgements.filter(
      (ack) => own.has(ack.key) && isNews(ticket, ack) && !isAboutOther(ack, ticket, board),
    )
    const bySilence = new Map(news.map((ack) => [ack.silence, ack]))
    return [...bySilence.values()].map(({ by, known, comment, silence, at }): TicketEvent => ({
      v: EVENT_VERSION,
      id: eventId(silence),
      ticket: ticket.id,
      actor: AUTOMATIC,
      at,
      kind: 'external_ack',
      data: {
        by: cutText(by, MOST_NAME) || NAMELESS,
        known,
        comment,
        silence: cutText(silence, MOST_TITLE),
      },
    }))
  })
}
