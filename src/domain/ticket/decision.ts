import { err, type Result } from '#src/domain/result.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { MOST_TEXT } from './textSchema.ts'
import type { Ticket } from './ticket.ts'
import type { Refusal } from './ticketCommand.ts'
import { EVENT_VERSION, type EventHead, type TicketEvent } from './ticketEvent.ts'

/** What is written, or why nothing is. */
export type Decision = Result<readonly TicketEvent[], Refusal>

/** A ticket in the hand of somebody. */
export type Deed = {
  readonly ticket: Ticket
  /** As a token, and as they call themselves. */
  readonly actor: string
  readonly by: string
  readonly now: EpochMs
  /** The head of a new event by them. */
  readonly head: () => EventHead
  readonly tickets: ReadonlyMap<string, Ticket>
}

/** Nothing is written. */
export const refuse = (refusal: Refusal): Decision => err(refusal)

/** It is so already. */
export const already = (state: Extract<Refusal, { readonly kind: 'already' }>['state']): Decision =>
  err({ kind: 'already', state })

/** A text that no event may hold; null where it may. */
export const tooLong = (text: string, most = MOST_TEXT): Refusal | null =>
  text.length > most ? { kind: 'too-long', most } : null

/** Heads of events that somebody writes into a ticket, knowing of all that it holds now. */
export const headsBy =
  (actor: string, now: EpochMs, newId: () => string, ticket: Ticket) => (): EventHead => ({
    v: EVENT_VERSION,
    id: newId(),
    ticket: ticket.id,
    actor,
    at: now,
    seen: ticket.lastEvent,
  })
