import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { FoldState, Moment } from './foldState.ts'
import { AUTOMATIC, type TicketEvent } from './ticketEvent.ts'

/** An event that takes longer to the engine was written while that was not reached. */
const LATE: DurationMs = seconds(5)

const lateBy = (at: EpochMs, { srv = at }: TicketEvent): DurationMs | null =>
  srv - at > LATE ? srv - at : null

/** Stops the clock of acknowledgement, if nobody has yet and it is not over: what comes afterwards stops nothing. */
function stopClock(state: FoldState, by: string, event: TicketEvent, { at }: Moment): boolean {
  if (state.resolution !== null || state.ack !== null) return false
  state.ack = { by, at, eventId: event.id, toldLateBy: lateBy(at, event) }
  state.cycle = { ...state.cycle, ackAt: at }
  return true
}

/** Somebody says that they are on it: the first one acknowledges it, others are on it too. */
export function acknowledge(state: FoldState, by: string, event: TicketEvent, moment: Moment): void {
  if (state.raised?.by !== by) state.raised = null
  if (stopClock(state, by, event, moment) || state.resolution !== null) return
  if (state.ack?.by !== by && !state.coResponders.includes(by)) state.coResponders.push(by)
}

/** Somebody does what only makes sense if they know of it; nothing that is automatic implies that. */
export function implyAcknowledge(state: FoldState, event: TicketEvent, moment: Moment): void {
  if (event.actor !== AUTOMATIC) stopClock(state, event.actor, event, moment)
}
