import { acknowledge, implyAcknowledge } from './acknowledge.ts'
import { actorToken } from './actorToken.ts'
import { changeField } from './changeField.ts'
import { type FoldState, hadSeen, type Step } from './foldState.ts'
import { isActor } from './isActor.ts'
import { AUTOMATIC, type TicketEvent } from './ticketEvent.ts'

/** Two took it at once: the second one did not know, so the first one keeps it. */
function wasTakenBefore(state: FoldState, event: TicketEvent<'assigned'>): boolean {
  const { assignee, ack, changes } = state
  if (assignee === null || ack === null || ack.by === event.actor) return false
  return !hadSeen(state, event, changes.get('assignee')?.place ?? 0)
}

const assigned: Step<'assigned'> = (state, event, moment) => {
  const { actor, data } = event
  const toSelf = isActor(data.to, actor)
  if (!toSelf || !wasTakenBefore(state, event)) {
    changeField(state, 'assignee', data.to, event, moment)
    state.assignee = data.to
  }
  if (toSelf) acknowledge(state, actor, event, moment)
}

const unassigned: Step<'unassigned'> = (state, event, moment) => {
  changeField(state, 'assignee', null, event, moment)
  state.assignee = null
}

/** What a person has decided nothing decides otherwise by itself. */
const isOverruled = ({ priorities }: FoldState, actor: string): boolean =>
  actor === AUTOMATIC && priorities.some(({ by, from }) => from !== null && by !== AUTOMATIC)

const requalified: Step<'requalified'> = (state, event, moment) => {
  if (isOverruled(state, event.actor)) return
  const { id: eventId, actor: by } = event
  const { to, reason } = event.data
  const from = state.priorities.at(-1)?.to ?? event.data.from
  changeField(state, 'priority', to, event, moment)
  if (to !== from) {
    state.priorities.push({ at: moment.at, to, from, by, reason, eventId })
    state.raised = to < from && to <= 2 ? { by, since: new Set() } : null
  }
  implyAcknowledge(state, event, moment)
}

const externalAck: Step<'external_ack'> = (state, event, moment) => {
  const { by, known } = event.data
  if (known) acknowledge(state, actorToken(by) ?? by, event, moment)
  else if (state.resolution === null) state.silencedBy = by
}

/** Who has it, and how urgent they think it is. */
export const peopleSteps = {
  acknowledged: ((state, event, moment) =>
    acknowledge(state, event.actor, event, moment)) satisfies Step<'acknowledged'>,
  external_ack: externalAck,
  assigned,
  unassigned,
  requalified,
}
