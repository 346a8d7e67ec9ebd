import type { Acknowledgement, Ticket } from './ticket.ts'

/** Which of two acknowledgements came first. */
function earlierAck(a: Acknowledgement | null, b: Acknowledgement | null): Acknowledgement | null {
  if (a === null || b === null) return a ?? b
  return b.at < a.at || (b.at === a.at && b.eventId < a.eventId) ? b : a
}

/** Everybody who is on one of them, but for whoever was the first. */
function othersOn(tickets: readonly Ticket[], ack: Acknowledgement | null): readonly string[] {
  const names = tickets.flatMap((ticket) => [ticket.ack?.by ?? [], ticket.coResponders].flat())
  return [...new Set(names)].filter((name) => name !== ack?.by)
}

/**
 * A ticket that goes on for `merged` ones, too: open since the first of all was, and, in its first run, acknowledged
 * with the first of all. Their signals, comments and clocks stay theirs.
 */
export function survivingTicket(own: Ticket, merged: readonly Ticket[]): Ticket {
  const [first, ...later] = own.cycles
  const [opening, ...changes] = own.priorities
  if (first === undefined || opening === undefined) return own
  const all = [own, ...merged]
  const openedAt = Math.min(...all.map((ticket) => ticket.openedAt))
  const shared = {
    ...own,
    openedAt,
    detectedAt: Math.min(...all.map(({ detectedAt }) => detectedAt)),
    priorities: [{ ...opening, at: openedAt }, ...changes],
  }
  if (later.length > 0) return { ...shared, cycles: [{ ...first, start: openedAt }, ...later] }
  const ack = merged.map((ticket) => ticket.ack).reduce(earlierAck, own.ack)
  return {
    ...shared,
    ack,
    coResponders: othersOn(all, ack),
    state: own.state === 'new' && ack !== null ? 'acknowledged' : own.state,
    cycles: [{ ...first, start: openedAt, ackAt: ack?.at ?? first.ackAt }],
  }
}
