import { textHash } from './textHash.ts'
import type { TicketSource } from './ticketEvent.ts'

const DIGITS = 12

/**
 * The id of a ticket that follows from what it is about, so that ten browsers which see one outage make one ticket.
 * `episode`: how many tickets of the same key were known before. Twelve digits: of a million tickets two share one
 * with a chance of one in two millions.
 */
export const ticketId = (board: string, source: TicketSource, dedupKey: string, episode: number): string =>
  textHash([board, source, dedupKey, episode].join('|'), DIGITS)
