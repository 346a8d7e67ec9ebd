import type { EpochMs } from '#src/domain/time/units.ts'
import { implyAcknowledge } from './acknowledge.ts'
import { type FoldState, hadSeen, newCycle, type Step } from './foldState.ts'
import { goOn, reopenBySignal } from './reopen.ts'
import { restorableFrom } from './restorableFrom.ts'
import type { Pause } from './ticket.ts'
import { AUTOMATIC, type TicketEvent } from './ticketEvent.ts'

function endPauses(state: FoldState, endOf: (pause: Pause) => EpochMs | null): void {
  const pauses = state.cycle.pauses.map((pause) =>
    pause.to === null ? { ...pause, to: endOf(pause) } : pause,
  )
  state.cycle = { ...state.cycle, pauses }
}

/** Pauses that were to end until then have ended: it takes no event. */
export function endExpired(state: FoldState, at: EpochMs): void {
  const hasExpired = ({ to, until }: Pause): boolean => to === null && until !== null && until <= at
  if (!state.cycle.pauses.some(hasExpired)) return
  endPauses(state, (pause) => (hasExpired(pause) ? Math.max(pause.from, pause.until ?? at) : null))
}

const paused: Step<'paused'> = (state, event, moment) => {
  if (state.resolution !== null) return
  const { reason, until } = event.data
  const pause = { from: moment.at, to: null, until, reason, by: event.actor }
  state.cycle = { ...state.cycle, pauses: [...state.cycle.pauses, pause] }
  endExpired(state, moment.at)
  implyAcknowledge(state, event, moment)
}

const resumed: Step<'resumed'> = (state, _event, { at }) => endPauses(state, () => at)

/** Signals that go on, and that whoever resolved it did not know of; nothing resolves itself knowing of one. */
function overlooked(state: FoldState, event: TicketEvent<'resolved'>): readonly EpochMs[] {
  const going = [...state.signals.values()].filter(({ clearedAt }) => clearedAt === null)
  const unseen =
    event.actor === AUTOMATIC ? going : going.filter(({ place }) => !hadSeen(state, event, place))
  return unseen.map(({ since }) => since)
}

const resolved: Step<'resolved'> = (state, event, moment) => {
  const isAutomatic = event.actor === AUTOMATIC
  if (isAutomatic && (state.resolution !== null || state.flapping !== null)) return
  const isFirst = state.resolution === null
  if (isFirst) implyAcknowledge(state, event, moment)
  endPauses(state, () => moment.at)
  const { note, cause } = event.data
  const restoredAt = Math.min(Math.max(event.data.restoredAt, restorableFrom(state.cycle)), moment.at)
  state.cycle = { ...state.cycle, restoredAt }
  state.resolution = { by: event.actor, at: moment.at, restoredAt, note, cause }
  const since = isFirst ? overlooked(state, event) : []
  if (since.length > 0) return reopenBySignal(state, Math.min(Math.max(restoredAt, ...since), moment.at))
  if (isAutomatic) return
  state.comebacks = []
  state.flapping = null
}

const reopened: Step<'reopened'> = (state, _event, { at }) => {
  const { resolution, policy } = state
  if (resolution === null) return
  state.heldOpen = true
  // Counted from its closing: whoever takes a resolution back at once has begun nothing new, and lost no time.
  if (at - resolution.at <= policy.reopenWindow) return goOn(state, resolution.at, at)
  state.past.push(state.cycle)
  state.cycle = newCycle(at)
  state.resolution = null
  state.ack = null
  state.coResponders = []
  state.silencedBy = null
}

/** What stops the clock of restoration, for a while or for good, and what lets it run again. */
export const clockSteps = { paused, resumed, resolved, reopened }
