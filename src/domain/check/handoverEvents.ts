import { CHECKS } from '#src/domain/ticket/checksToken.ts'
import { effectiveTime } from '#src/domain/ticket/effectiveTime.ts'
import { compareText, eachOnce } from '#src/domain/ticket/eventOrder.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { TicketBook } from '#src/domain/ticket/ticketBook.ts'
import { isUnderstood, type LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import { checkEvents } from './checkEvents.ts'
import type { CheckSpan } from './checkTickets.ts'
import { foldChecks } from './foldChecks.ts'
import type { CheckWatch, SignOff } from './signOff.ts'

/** Checks of so long ago go along: a month of mornings. */
const CHECKS_KEPT: DurationMs = days(35)

const isHandedOver = ({ resolution, mergedInto, timeline }: Ticket, { from, to }: CheckSpan): boolean =>
  (resolution === null && mergedInto === null) || timeline.some(({ at }) => from <= at && at <= to)

/** Tickets with those that were merged into them or that they were merged into: neither can be told without the other. */
function ticketsOf(all: ReadonlyMap<string, Ticket>, span: CheckSpan): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [id, ticket] of all) if (isHandedOver(ticket, span)) found.add(id)
  // What is added to a set while it is walked through is walked through, too.
  for (const id of found) {
    const ticket = all.get(id)
    for (const other of [ticket?.mergedInto ?? null, ...(ticket?.merged ?? [])])
      if (other !== null && all.has(other)) found.add(other)
  }
  return found
}

/**
 * Sign-offs that somebody still watches by, with every later one that decided on a matter of theirs: without it a watch that
 * is over would stand again elsewhere. Its own matters ask for what came later in the same way. Oldest first, as they are.
 */
function neededOf(signOffs: readonly SignOff[], watches: readonly CheckWatch[]): ReadonlySet<string> {
  const standing = new Set(watches.map(({ id }) => id))
  const items = new Set<string>()
  const needed = new Set<string>()
  for (const { id, marks } of signOffs) {
    if (!marks.some(({ item }) => items.has(item) || standing.has(`${id}/${item}`))) continue
    needed.add(id)
    for (const { item } of marks) items.add(item)
  }
  return needed
}

/**
 * Checks of a month, whatever this build does not understand of it, older ones that somebody still watches by, and every end
 * of a watch: one that was ended here must not stand again elsewhere.
 */
function eventsOfChecks(events: readonly LoggedEvent[], now: EpochMs): readonly LoggedEvent[] {
  const needed = neededOf(checkEvents(events).signOffs, foldChecks(events, now).watches)
  return events.filter((event) => {
    const at = effectiveTime(event, 0)
    if (at > now) return false
    if (at >= now - CHECKS_KEPT) return true
    return isUnderstood(event) && (event.kind === 'watch_ended' || needed.has(event.id))
  })
}

const compareEvents = (a: LoggedEvent, b: LoggedEvent): number =>
  effectiveTime(a, 0) - effectiveTime(b, 0) || compareText(a.ticket, b.ticket) || compareText(a.id, b.id)

/**
 * What one who goes off duty hands over: every event of tickets that are open or were touched within `span`, and those of
 * checks. By time, then by ticket and id: the same from the same log.
 */
export function handoverEvents(book: TicketBook, span: CheckSpan): readonly LoggedEvent[] {
  const ofTickets = [...ticketsOf(book.all(), span)].flatMap((id) => book.log(id))
  const ofChecks = eachOnce(eventsOfChecks(book.log(CHECKS), span.to))
  return [...ofTickets, ...ofChecks].toSorted(compareEvents)
}
