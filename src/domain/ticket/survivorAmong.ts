import type { Ticket } from './ticket.ts'

/** What goes on in more steps than these is a circle, which a board does not have. */
const MOST_MERGES = 50

/** The ticket that goes on for one that was merged, by way of whatever others; itself where it was not. */
export function survivorAmong(tickets: ReadonlyMap<string, Ticket>, ticket: Ticket): Ticket {
  let survivor = ticket
  for (let step = 0; step < MOST_MERGES && survivor.mergedInto !== null; step++) {
    const into = tickets.get(survivor.mergedInto)
    if (into === undefined) break
    survivor = into
  }
  return survivor
}
