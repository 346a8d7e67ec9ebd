import { knownHomes, lastHome, openHome } from './automationHomes.ts'
import type { Ticket } from './ticket.ts'

/** The ticket that an alarm or an alert link opened or joined, by its key: the open one, else the one that ended last; null where there is none. */
export function ticketOfKey(tickets: ReadonlyMap<string, Ticket>, key: string): Ticket | null {
  const homes = knownHomes(tickets, new Set([key])).of(key)
  return openHome(homes) ?? lastHome(homes)
}
