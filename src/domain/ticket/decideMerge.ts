import { ok } from '#src/domain/result.ts'
import { type Decision, type Deed, refuse } from './decision.ts'
import type { Ticket } from './ticket.ts'

/** Whether a ticket goes on, by way of whatever others, in the one with that id. */
function endsIn(tickets: Deed['tickets'], from: Ticket, id: string): boolean {
  const passed = new Set<string>()
  for (let next: Ticket | undefined = from; next !== undefined && !passed.has(next.id);) {
    if (next.id === id) return true
    passed.add(next.id)
    next = next.mergedInto === null ? undefined : tickets.get(next.mergedInto)
  }
  return false
}

/** Nothing that is open may disappear into what is over, and nothing into itself. */
export function mergeIt({ ticket, tickets, head }: Deed, into: string): Decision {
  const target = tickets.get(into)
  if (into === ticket.id) return refuse({ kind: 'merge-with-itself' })
  if (target === undefined) return refuse({ kind: 'unknown-ticket' })
  if (endsIn(tickets, target, ticket.id)) return refuse({ kind: 'merge-in-a-circle' })
  if (target.resolution !== null && ticket.resolution === null) return refuse({ kind: 'resolved' })
  return ok([{ ...head(), kind: 'merged_into', data: { into } }])
}

/** Only what was merged can be on its own again. */
export const unmergeIt = ({ ticket, head }: Deed): Decision =>
  ticket.mergedInto === null
    ? refuse({ kind: 'not-merged' })
    : ok([{ ...head(), kind: 'unmerged', data: { from: ticket.mergedInto } }])
