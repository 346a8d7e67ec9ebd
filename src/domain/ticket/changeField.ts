import { type ChangedField, type FoldState, hadSeen, type Moment } from './foldState.ts'
import { AUTOMATIC, type TicketEvent } from './ticketEvent.ts'

const areTwoPeople = (one: string, other: string): boolean =>
  one !== other && one !== AUTOMATIC && other !== AUTOMATIC

/**
 * Notes that an event gives a field another value. The last one counts; where its writer had not seen the one before,
 * by somebody else and with another value, both are told: of people only.
 */
export function changeField(
  state: FoldState,
  field: ChangedField,
  value: unknown,
  event: TicketEvent,
  { place }: Moment,
): void {
  const { actor: by } = event
  const before = state.changes.get(field)
  state.crossed.delete(field)
  if (before !== undefined && areTwoPeople(by, before.by) && before.value !== value)
    if (!hadSeen(state, event, before.place)) state.crossed.set(field, [by, before.by])
  state.changes.set(field, { by, place, value })
}
