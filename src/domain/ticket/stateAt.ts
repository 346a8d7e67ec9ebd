import type { EpochMs } from '#src/domain/time/units.ts'
import type { Pause, Ticket, TicketState } from './ticket.ts'

const holds = ({ to, until }: Pause, now: EpochMs): boolean => to === null && (until === null || until > now)

/** In what state a ticket would be if it were merged into none. */
export function ownState(
  { resolution, cycles, ack }: Pick<Ticket, 'resolution' | 'cycles' | 'ack'>,
  now: EpochMs,
) {
  if (resolution !== null) return 'resolved'
  if (cycles.at(-1)?.pauses.some((pause) => holds(pause, now)) === true) return 'paused'
  return ack === null ? 'new' : 'acknowledged'
}

/**
 * In what state a ticket is at `now`: it differs from that of the fold, which knows no time, where a pause has ended by
 * itself.
 */
export const stateAt = (ticket: Ticket, now: EpochMs): TicketState =>
  ticket.state === 'paused' ? ownState(ticket, now) : ticket.state
