import type { Ticket, TimelineEntry } from '#src/domain/ticket/ticket.ts'
import { isUnderstood, type LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { CheckTicket } from './checkLog.ts'

/** The time that a check looks at, both ends with it. */
export type CheckSpan = { readonly from: EpochMs; readonly to: EpochMs }

const isOpen = ({ resolution, mergedInto }: Ticket): boolean => resolution === null && mergedInto === null

/** Most of what a log weighs, and no check shows it. */
function withoutBulk(event: LoggedEvent): LoggedEvent {
  if (!isUnderstood(event)) return { ...event, data: null }
  if (event.kind === 'opened') return { ...event, data: { ...event.data, evidence: null } }
  return event.kind === 'postmortem' ? { ...event, data: { whys: [], markdown: '' } } : event
}

const thinned = new WeakMap<TimelineEntry, TimelineEntry>()

function thin(entry: TimelineEntry): TimelineEntry {
  const known = thinned.get(entry) ?? { ...entry, event: withoutBulk(entry.event) }
  thinned.set(entry, known)
  return known
}

/** Entries come in order of time, but for the first: where the last is too early, so are all. */
function deedsIn({ timeline }: Ticket, { from, to }: CheckSpan): readonly TimelineEntry[] {
  if ((timeline.at(-1)?.at ?? 0) < from && (timeline[0]?.at ?? 0) < from) return []
  return timeline.filter(({ at }) => from <= at && at <= to)
}

/** Whether it began or was restored within a time: both may be told by an event of another time. */
const turnedIn = ({ openedAt, cycles }: Ticket, { from, to }: CheckSpan): boolean =>
  [openedAt, ...cycles.flatMap(({ start, restoredAt }) => [start, restoredAt ?? start])].some(
    (at) => from <= at && at <= to,
  )

/**
 * What a check tells of tickets: those that are open, and those that something happened to within a time, by when they were
 * opened. A limit is broken between two events only while a ticket is open. `rowOf`: the row of a ticket as of now.
 */
export function checkTickets(
  tickets: Iterable<Ticket>,
  span: CheckSpan,
  rowOf: (ticket: Ticket) => TicketRow,
): readonly CheckTicket[] {
  const told: CheckTicket[] = []
  for (const ticket of tickets) {
    const deeds = deedsIn(ticket, span)
    if (deeds.length === 0 && !isOpen(ticket) && !turnedIn(ticket, span)) continue
    told.push({ row: rowOf(ticket), deeds: deeds.map(thin) })
  }
  return told.sort((a, b) => a.row.openedAt - b.row.openedAt || (a.row.id < b.row.id ? -1 : 1))
}
