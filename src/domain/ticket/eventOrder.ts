import type { EpochMs } from '#src/domain/time/units.ts'
import { effectiveTime } from './effectiveTime.ts'
import { AUTOMATIC, isUnderstood, type LoggedEvent, type TicketEvent } from './ticketEvent.ts'

/** An event at the time at which it counts. */
export type PlacedEvent = { readonly at: EpochMs; readonly event: LoggedEvent }

/** A ticket's events as everybody has them who has the same ones: each once, the opening first. */
export type OrderedEvents = {
  readonly opened: TicketEvent<'opened'>
  readonly openedAt: EpochMs
  readonly entries: readonly PlacedEvent[]
}

/** By code units, which are the same everywhere. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Which of two writings of one event counts, negative for the first: that which the engine has, then the earlier one. */
export function comparePreference(a: LoggedEvent, b: LoggedEvent): number {
  const { srv: aHeard = Infinity } = a
  const { srv: bHeard = Infinity } = b
  if (aHeard !== bHeard) return aHeard - bHeard
  return a.at - b.at || compareText(JSON.stringify(a), JSON.stringify(b))
}

/** Events without their other writings. */
export function eachOnce(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const byId = new Map<string, LoggedEvent>()
  for (const event of events) {
    const known = byId.get(event.id)
    if (known === undefined || comparePreference(event, known) < 0) byId.set(event.id, event)
  }
  return [...byId.values()]
}

const isOpened = (event: LoggedEvent): event is TicketEvent<'opened'> =>
  isUnderstood(event) && event.kind === 'opened'

const compareOpened = (a: TicketEvent<'opened'>, b: TicketEvent<'opened'>): number =>
  effectiveTime(a, 0) - effectiveTime(b, 0) || compareText(a.id, b.id)

/** What resolves a ticket by itself does so after all else of the same millisecond: that is what it rests on. */
const rank = (event: LoggedEvent): number => Number(event.kind === 'resolved' && event.actor === AUTOMATIC)

const comparePlaced = (a: PlacedEvent, b: PlacedEvent): number =>
  a.at - b.at || rank(a.event) - rank(b.event) || compareText(a.event.id, b.event.id)

/**
 * A ticket's events by effective time, then by id, whatever order they came in; never by the order in which an engine
 * took them, as one that was healed has them in another. Null while its opening is missing.
 */
export function orderEvents(events: readonly LoggedEvent[]): OrderedEvents | null {
  const all = eachOnce(events)
  const [opened] = all.filter(isOpened).sort(compareOpened)
  if (opened === undefined) return null
  const openedAt = Math.min(opened.data.openedAt, effectiveTime(opened, 0))
  const rest = all
    .filter((event) => event !== opened && event.ticket === opened.ticket)
    .map((event) => ({ at: effectiveTime(event, openedAt), event }))
    .sort(comparePlaced)
  return { opened, openedAt, entries: [{ at: effectiveTime(opened, openedAt), event: opened }, ...rest] }
}
