import { mergesOf, survivorOf } from './mergesOf.ts'
import { ownState } from './stateAt.ts'
import { survivingTicket } from './survivingTicket.ts'
import type { Ticket } from './ticket.ts'

/** A ticket as it stands among others: those that ended up in it, those merged into it directly, and its own merge. */
type Place = {
  readonly parts: readonly Ticket[]
  readonly merged: readonly string[]
  readonly isMerged: boolean
}

type Settled = Place & { readonly ticket: Ticket }

const ALONE: Place = { parts: [], merged: [], isMerged: false }

/** Who draws what changed compares tickets: one that nothing happened to stays the same object. */
const settledBefore = new WeakMap<Ticket, Settled>()

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])

/** A merge that does not count leaves a ticket as it was. */
const unmerged = (own: Ticket): Ticket => ({ ...own, mergedInto: null, state: ownState(own, -Infinity) })

function settle(own: Ticket, place: Place): Ticket {
  if (own.mergedInto === null && place.parts.length === 0) return own
  const before = settledBefore.get(own)
  if (
    before?.isMerged === place.isMerged &&
    sameList(before.parts, place.parts) &&
    sameList(before.merged, place.merged)
  )
    return before.ticket
  const standing = own.mergedInto === null || place.isMerged ? own : unmerged(own)
  const whole = place.parts.length === 0 ? standing : survivingTicket(standing, place.parts)
  const ticket = { ...whole, merged: place.merged }
  settledBefore.set(own, { ...place, ticket })
  return ticket
}

function placesOf(
  tickets: ReadonlyMap<string, Ticket>,
  merges: ReadonlyMap<string, string>,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const placeOf = (id: string): Place => places.get(id) ?? ALONE
  for (const from of [...merges.keys()].sort()) {
    const ticket = tickets.get(from)
    const into = merges.get(from)
    if (ticket === undefined || into === undefined) continue
    places.set(from, { ...placeOf(from), isMerged: true })
    places.set(into, { ...placeOf(into), merged: [...placeOf(into).merged, from] })
    const survivor = survivorOf(merges, from)
    places.set(survivor, { ...placeOf(survivor), parts: [...placeOf(survivor).parts, ticket] })
  }
  return places
}

/**
 * All tickets, each of which `foldTicket` has made of its own events, with what they are to each other: merges that
 * count, and what goes on for those that were merged into it, straight or by way of another one.
 */
export function foldBoard(tickets: ReadonlyMap<string, Ticket>): ReadonlyMap<string, Ticket> {
  const board = new Map(tickets)
  const merges = mergesOf(tickets)
  const places = placesOf(tickets, merges)
  for (const [id, own] of tickets) {
    const place = places.get(id) ?? ALONE
    if (own.mergedInto !== null || place !== ALONE) board.set(id, settle(own, place))
  }
  return board
}
