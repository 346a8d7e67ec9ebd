import { survivorAmong } from './survivorAmong.ts'
import type { Ticket } from './ticket.ts'

/** The tickets that have to do with one key. */
export type Homes = {
  /** Where it belongs: those that it opened, and those they were merged into; of one service also what it joined. */
  readonly own: readonly Ticket[]
  /** Open ones of others that it joined as dragged down by them. */
  readonly guestOf: readonly Ticket[]
  /** How many tickets it opened. */
  readonly episodes: number
}

/** What is known of some keys, and which tickets are open for a service. */
export type KnownHomes = {
  of(key: string): Homes
  /** Automatic ones, the oldest first. */
  openFor(service: string): readonly Ticket[]
  readonly open: readonly Ticket[]
}

/** Neither resolved nor part of another. */
export const isOpen = ({ state }: Ticket): boolean => state !== 'resolved' && state !== 'merged'

const NONE: Homes = { own: [], guestOf: [], episodes: 0 }

type Growing = { own: Ticket[]; guestOf: Ticket[]; episodes: number }

/** Oldest first; of the same age by id. */
const byAge = (a: Ticket, b: Ticket): number => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1)

const isAutomatic = ({ source }: Ticket): boolean => source === 'check' || source === 'alertmanager'

/** Looks through all tickets once for those that have to do with some keys. `tickets`: as merges have left them, by id. */
export function knownHomes(tickets: ReadonlyMap<string, Ticket>, keys: ReadonlySet<string>): KnownHomes {
  const homes = new Map<string, Growing>()
  const homeOf = (key: string): Growing => {
    const known = homes.get(key) ?? { own: [], guestOf: [], episodes: 0 }
    homes.set(key, known)
    return known
  }
  const open: Ticket[] = []
  for (const ticket of tickets.values()) {
    if (keys.has(ticket.dedupKey)) {
      const home = homeOf(ticket.dedupKey)
      home.episodes += 1
      home.own.push(survivorAmong(tickets, ticket))
    }
    if (ticket.state === 'merged') continue
    if (isOpen(ticket)) open.push(ticket)
    for (const { key, service } of ticket.signals) {
      if (key === ticket.dedupKey || !keys.has(key)) continue
      const isOfOneService = service !== null && service === ticket.service
      if (isOfOneService) homeOf(key).own.push(ticket)
      else if (isOpen(ticket)) homeOf(key).guestOf.push(ticket)
    }
  }
  open.sort(byAge)
  return {
    of: (key) => homes.get(key) ?? NONE,
    openFor: (service) => open.filter((ticket) => ticket.service === service && isAutomatic(ticket)),
    open,
  }
}

/** Of the tickets where a key belongs the one that is open, the newest of several; null where none is. */
export const openHome = ({ own }: Homes): Ticket | null => own.filter(isOpen).toSorted(byAge).at(-1) ?? null

/** … and the one that was restored last, of those that are resolved. */
export const lastHome = ({ own }: Homes): Ticket | null =>
  own
    .filter(({ state, resolution }) => state === 'resolved' && resolution !== null)
    .toSorted((a, b) => (a.resolution?.restoredAt ?? 0) - (b.resolution?.restoredAt ?? 0) || byAge(a, b))
    .at(-1) ?? null
