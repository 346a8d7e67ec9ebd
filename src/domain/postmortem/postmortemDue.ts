import { breachesOf } from '#src/domain/sla/breachesOf.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'

const WITHIN = days(30)
const RECURRENCES = 3

/** Whether a ticket tells of something that truly happened, by itself. */
const isIncident = ({ mergedInto, resolution }: Ticket): boolean =>
  mergedInto === null && (resolution === null || resolution.cause === 'incident')

function recurrences({ dedupKey, openedAt }: Ticket, tickets: readonly Ticket[]): number {
  const again = tickets.filter(
    (other) =>
      other.dedupKey === dedupKey &&
      other.recurrenceOf !== null &&
      other.openedAt <= openedAt &&
      other.openedAt > openedAt - WITHIN &&
      isIncident(other),
  )
  return again.length
}

/**
 * Whether a post-mortem is to be written of a ticket (tickets, R15): it was resolved as an incident and is a P1, or has
 * broken a limit while it was a P2 or P1 (lowering it afterwards does not spare it), or is the third time or more within
 * 30 days that what opened it came back. False once one was saved, and while the ticket is open. `tickets`: all that are
 * known, with or without it.
 */
export function postmortemDue(ticket: Ticket, tickets: readonly Ticket[], now: EpochMs): boolean {
  if (ticket.resolution === null || ticket.postmortem !== null || !isIncident(ticket)) return false
  if (ticket.priority === 1) return true
  const isBreached = breachesOf(ticket, now).some(({ priority }) => priority <= 2)
  return isBreached || recurrences(ticket, tickets) >= RECURRENCES
}
