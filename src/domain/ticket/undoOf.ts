import { TAKEN_BACK } from '#src/domain/wording/englishUndo.ts'
import type { Ticket } from './ticket.ts'
import type { TicketCommand } from './ticketCommand.ts'
import { type EditedField, isUnderstood } from './ticketEvent.ts'

const requalifiedBack = (before: Ticket): TicketCommand => ({
  do: 'requalify',
  to: before.priority,
  reason: TAKEN_BACK,
})

const reopened = ({ resolution }: Ticket): TicketCommand | null =>
  resolution === null ? { do: 'reopen', reason: '' } : null

const writtenBack = ({ whys, postmortem }: Ticket): TicketCommand => ({
  do: 'postmortem',
  whys,
  markdown: postmortem ?? '',
})

/** The pause that went on, begun anew. */
function pausedAgain({ timeline }: Ticket): TicketCommand | null {
  const last = timeline.findLast(({ event }) => isUnderstood(event) && event.kind === 'paused')?.event
  if (last === undefined || !isUnderstood(last) || last.kind !== 'paused') return null
  const { reason, note, until } = last.data
  return { do: 'pause', reason, note, until }
}

/** A title is never empty: one that was hidden cannot come back. */
function editedBack(field: EditedField, before: Ticket): TicketCommand | null {
  const value = before[field] ?? ''
  return field === 'title' && value === '' ? null : { do: 'edit', field, value }
}

const assignedBack = (before: Ticket): TicketCommand => ({ do: 'assign', to: before.assignee })

/** Whoever takes what somebody has and works on only joins them: that stays. */
const takenBack = (before: Ticket): TicketCommand | null =>
  before.assignee !== null && before.ack !== null ? null : assignedBack(before)

const mergedAgain = ({ mergedInto }: Ticket): TicketCommand | null =>
  mergedInto === null ? null : { do: 'merge', into: mergedInto }

/**
 * The command that takes back another one, which was carried out on `before`; null where nothing does. That somebody
 * acknowledged it, commented on it or linked something stays: others may have acted on it. What it was is still in the
 * log, and both clocks go on as if a closing had not been, but for the time until it was taken back.
 */
export function undoOf(command: TicketCommand, before: Ticket): TicketCommand | null {
  switch (command.do) {
    case 'take':
      return takenBack(before)
    case 'assign':
      return assignedBack(before)
    case 'requalify':
      return requalifiedBack(before)
    case 'pause':
      return { do: 'resume' }
    case 'resume':
      return pausedAgain(before)
    case 'resolve':
      return reopened(before)
    case 'merge':
      return { do: 'unmerge' }
    case 'unmerge':
      return mergedAgain(before)
    case 'edit':
      return editedBack(command.field, before)
    case 'postmortem':
      return writtenBack(before)
    default:
      return null
  }
}
