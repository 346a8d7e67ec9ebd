import { actorToken } from './actorToken.ts'
import { pauseIt, reopenIt, resolveIt, resumeIt } from './decideClocks.ts'
import { mergeIt, unmergeIt } from './decideMerge.ts'
import { acknowledgeIt, assignIt, requalifyIt, takeIt } from './decidePeople.ts'
import { decideText, type WritingCommand } from './decideText.ts'
import { type Decision, type Deed, headsBy, refuse } from './decision.ts'
import type { Hand } from './hand.ts'
import type { Ticket } from './ticket.ts'
import type { TicketCommand } from './ticketCommand.ts'

type ActingCommand = Exclude<TicketCommand, WritingCommand>
/** What presumes that it is still going on. */
type OpenCommand = Exclude<ActingCommand, { readonly do: 'resolve' | 'reopen' | 'merge' | 'unmerge' }>

const isWriting = (command: TicketCommand): command is WritingCommand =>
  ['comment', 'link', 'edit', 'postmortem', 'redact'].includes(command.do)

function decideOpen(command: OpenCommand, deed: Deed): Decision {
  if (deed.ticket.resolution !== null) return refuse({ kind: 'resolved' })
  switch (command.do) {
    case 'acknowledge':
      return acknowledgeIt(deed)
    case 'take':
      return takeIt(deed)
    case 'assign':
      return assignIt(deed, command.to)
    case 'requalify':
      return requalifyIt(deed, command)
    case 'pause':
      return pauseIt(deed, command)
    case 'resume':
      return resumeIt(deed)
  }
}

function decideAct(command: ActingCommand, deed: Deed): Decision {
  if (command.do === 'unmerge') return unmergeIt(deed)
  if (deed.ticket.mergedInto !== null) return refuse({ kind: 'merged' })
  switch (command.do) {
    case 'resolve':
      return resolveIt(deed, command)
    case 'reopen':
      return reopenIt(deed, command)
    case 'merge':
      return mergeIt(deed, command.into)
    default:
      return decideOpen(command, deed)
  }
}

/**
 * The events that a command of a person comes to, or why it comes to none. `ticket`: as the board has it. The events say
 * what of the ticket was known when they were written; whether two people did the same at once is settled by the fold.
 */
export function decide(command: TicketCommand, ticket: Ticket, hand: Hand): Decision {
  const { by, now, newId, tickets } = hand
  const actor = actorToken(by)
  if (actor === null) return refuse({ kind: 'no-name' })
  const deed = { ticket, actor, by: by.trim(), now, tickets, head: headsBy(actor, now, newId, ticket) }
  return isWriting(command) ? decideText(command, deed) : decideAct(command, deed)
}
