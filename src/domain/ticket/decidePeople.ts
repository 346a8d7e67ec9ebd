import { ok } from '#src/domain/result.ts'
import { isActor } from './isActor.ts'
import { already, type Decision, type Deed, refuse, tooLong } from './decision.ts'
import { MOST_NAME } from './textSchema.ts'
import type { TicketCommand } from './ticketCommand.ts'
import type { EventHead, TicketEvent } from './ticketEvent.ts'

type Requalify = Extract<TicketCommand, { readonly do: 'requalify' }>

const isOnIt = ({ ticket, actor }: Deed): boolean =>
  ticket.ack?.by === actor || ticket.coResponders.includes(actor)

const acknowledged = (head: EventHead): TicketEvent => ({ ...head, kind: 'acknowledged', data: {} })

const assigned = (head: EventHead, to: string): TicketEvent => ({ ...head, kind: 'assigned', data: { to } })

/** Heads of two events of the same moment, in the order in which their ids sort. */
const twoHeads = ({ head }: Deed): readonly [EventHead, EventHead] => {
  const [one, other] = [head(), head()]
  return one.id < other.id ? [one, other] : [other, one]
}

/** To be on it, as the first one or beside others. */
export const acknowledgeIt = (deed: Deed): Decision =>
  isOnIt(deed) ? already('acknowledged') : ok([acknowledged(deed.head())])

/** Whoever takes what somebody else has acknowledged and has joins them, and leaves it to them. */
export function takeIt(deed: Deed): Decision {
  const { assignee, ack } = deed.ticket
  const isMine = assignee !== null && isActor(assignee, deed.actor)
  const isTaken = assignee !== null && !isMine && ack !== null && ack.by !== deed.actor
  const [first, second] = twoHeads(deed)
  const events = [
    ...(isOnIt(deed) ? [] : [acknowledged(first)]),
    ...(isMine || isTaken ? [] : [assigned(second, deed.by.length > MOST_NAME ? deed.actor : deed.by)]),
  ]
  return events.length === 0 ? already('assigned') : ok(events)
}

/** Somebody, or some team, gets it; null: nobody has it any more. */
export function assignIt(deed: Deed, name: string | null): Decision {
  const to = name === null ? null : name.trim()
  if (to === '') return refuse({ kind: 'needs-text' })
  if (to === deed.ticket.assignee) return already('assigned')
  if (to === null) return ok([{ ...deed.head(), kind: 'unassigned', data: {} }])
  const fault = tooLong(to, MOST_NAME)
  return fault === null ? ok([assigned(deed.head(), to)]) : refuse(fault)
}

/** Whoever lowers a priority says why. */
export function requalifyIt({ ticket, head }: Deed, { to, reason: said }: Requalify): Decision {
  const { priority: from } = ticket
  const reason = said.trim()
  if (to === from) return already('priority')
  if (to > from && reason === '') return refuse({ kind: 'needs-reason' })
  const fault = tooLong(reason)
  return fault === null ? ok([{ ...head(), kind: 'requalified', data: { from, to, reason } }]) : refuse(fault)
}
