import { CHECKS } from './checksToken.ts'
import { comparePreference } from './eventOrder.ts'
import { foldBoard } from './foldBoard.ts'
import { foldTicket } from './foldTicket.ts'
import type { Ticket } from './ticket.ts'
import type { LoggedEvent } from './ticketEvent.ts'

/** All tickets that are known, and the events that they are made of. Updated in place, and by `add` alone. */
export type TicketBook = {
  /** Takes events in, in any order; what is known already changes nothing. Gives the ids of tickets that are others now. */
  add(events: readonly LoggedEvent[]): ReadonlySet<string>
  /** Whole tickets by id; one whose opening has not been heard of yet is none. */
  all(): ReadonlyMap<string, Ticket>
  /** By its id, or by its code, written in any case. */
  find(idOrCode: string): Ticket | null
  /** Every event, as it came. */
  events(): readonly LoggedEvent[]
  /** Those of one ticket, as they came; of `CHECKS` those of all morning checks. The same array while none is new. */
  log(id: string): readonly LoggedEvent[]
}

const NO_EVENTS: readonly LoggedEvent[] = []

/** An engine's version of an event comes after one's own: it brings the time at which it was accepted. */
const isNews = (known: LoggedEvent | undefined, event: LoggedEvent): boolean =>
  known === undefined || comparePreference(event, known) < 0

/** Of 10,000 tickets one or two have the code of another one: what somebody says now is the newer one. */
const byNewest = (a: Ticket, b: Ticket): number => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1)

/** A book without tickets. */
export function ticketBook(): TicketBook {
  const logs = new Map<string, Map<string, LoggedEvent>>()
  const alone = new Map<string, Ticket>()
  let board: ReadonlyMap<string, Ticket> = new Map()
  const idOf = new Map<string, string>()
  /** Logs as they were given out. */
  const given = new Map<string, readonly LoggedEvent[]>()

  const take = (event: LoggedEvent): boolean => {
    const log = logs.get(event.ticket) ?? new Map<string, LoggedEvent>()
    logs.set(event.ticket, log)
    if (!isNews(log.get(event.id), event)) return false
    log.set(event.id, event)
    given.delete(event.ticket)
    return true
  }

  const refold = (id: string): void => {
    if (id === CHECKS) return
    const ticket = foldTicket([...(logs.get(id)?.values() ?? [])])
    if (ticket === null) return
    alone.set(id, ticket)
    const namesake = alone.get(idOf.get(ticket.code) ?? id)
    if (namesake === undefined || byNewest(ticket, namesake) <= 0) idOf.set(ticket.code, id)
  }

  return {
    add(events) {
      const touched = new Set(events.filter(take).map(({ ticket }) => ticket))
      if (touched.size === 0) return touched
      for (const id of touched) refold(id)
      const was = board
      board = foldBoard(alone)
      // A merge changes the ticket that goes on as well.
      const others = [...board].filter(([id, ticket]) => was.get(id) !== ticket)
      return new Set(others.map(([id]) => id))
    },
    all: () => board,
    find: (name) => board.get(name) ?? board.get(idOf.get(name.toUpperCase()) ?? '') ?? null,
    events: () => [...logs.values()].flatMap((log) => Array.from(log.values())),
    log(id) {
      const known = logs.get(id)
      if (known === undefined) return NO_EVENTS
      const events = given.get(id) ?? [...known.values()]
      given.set(id, events)
      return events
    },
  }
}
