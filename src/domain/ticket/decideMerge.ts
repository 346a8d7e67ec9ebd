import { ok } from '#src/domain/result.ts'
import { type Decision, type Deed, refuse } from './decision.ts'
import { survivorAmong } from './survivorAmong.ts'

/** Nothing that is open may disappear into what is over, and nothing into itself. */
export function mergeIt({ ticket, tickets, head }: Deed, into: string): Decision {
  const target = tickets.get(into)
  if (into === ticket.id) return refuse({ kind: 'merge-with-itself' })
  if (target === undefined) return refuse({ kind: 'unknown-ticket' })
  const survivor = survivorAmong(tickets, target)
  if (survivor.id === ticket.id) return refuse({ kind: 'merge-in-a-circle' })
  if (survivor.resolution !== null && ticket.resolution === null) return refuse({ kind: 'resolved' })
  return ok([{ ...head(), kind: 'merged_into', data: { into } }])
}

/** Only what was merged can be on its own again. */
export const unmergeIt = ({ ticket, head }: Deed): Decision =>
  ticket.mergedInto === null
    ? refuse({ kind: 'not-merged' })
    : ok([{ ...head(), kind: 'unmerged', data: { from: ticket.mergedInto } }])
