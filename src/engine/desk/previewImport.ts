import { foldChecks } from '#src/domain/check/foldChecks.ts'
import { ok, type Result } from '#src/domain/result.ts'
import { CHECKS } from '#src/domain/ticket/checksToken.ts'
import { foldTicket } from '#src/domain/ticket/foldTicket.ts'
import { parseEvents } from '#src/domain/ticket/parseEvents.ts'
import type { TicketBook } from '#src/domain/ticket/ticketBook.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { ImportPreview } from '#src/domain/ticket/importPreview.ts'
import { eventKey } from '#src/engine/ticketLog/logRecord.ts'

/** Events by ticket, in the order in which they came. */
function byTicket(events: Iterable<LoggedEvent>): ReadonlyMap<string, readonly LoggedEvent[]> {
  const found = new Map<string, LoggedEvent[]>()
  for (const event of events) {
    const log = found.get(event.ticket) ?? []
    found.set(event.ticket, log)
    log.push(event)
  }
  return found
}

type Tickets = Pick<ImportPreview, 'newTickets' | 'moreOf'>

function ticketsAfter(book: TicketBook, news: ReadonlyMap<string, readonly LoggedEvent[]>): Tickets {
  const newTickets: ImportPreview['newTickets'][number][] = []
  const moreOf: ImportPreview['moreOf'][number][] = []
  for (const [id, events] of news) {
    const ticket = id === CHECKS ? null : foldTicket([...book.log(id), ...events])
    if (ticket === null) continue
    const { code, title } = ticket
    if (book.all().has(id)) moreOf.push({ code, title, events: events.length })
    else newTickets.push({ code, title })
  }
  return { newTickets, moreOf }
}

function checksAfter(
  book: TicketBook,
  news: readonly LoggedEvent[],
  now: EpochMs,
): Pick<ImportPreview, 'signOffs' | 'watches'> {
  const before = foldChecks(book.log(CHECKS), now)
  const after = foldChecks([...book.log(CHECKS), ...news], now)
  const signed = new Set(before.signOffs.map(({ id }) => id))
  const standing = new Set(before.watches.map(({ id }) => id))
  return {
    signOffs: after.signOffs.filter(({ id }) => !signed.has(id)).map(({ by, at }) => ({ by, at })),
    watches: after.watches.filter(({ id }) => !standing.has(id)).map(({ title, by }) => ({ title, by })),
  }
}

/** What would be added if events were taken in, worked out by doing it on paper; or what is wrong with them, as then. */
export function previewImport(
  book: TicketBook,
  raw: readonly unknown[],
  now: EpochMs,
): Result<ImportPreview, string> {
  const read = parseEvents(raw)
  if (!read.ok) return read
  // Of several writings in one file the last is taken in.
  const distinct = new Map(read.value.map((event) => [eventKey(event), event]))
  const tickets = new Set([...distinct.values()].map(({ ticket }) => ticket))
  const known = new Set([...tickets].flatMap((id) => book.log(id).map(eventKey)))
  const added = [...distinct].filter(([key]) => !known.has(key)).map(([, event]) => event)
  const news = byTicket(added)
  return ok({
    events: distinct.size,
    known: distinct.size - added.length,
    ...ticketsAfter(book, news),
    ...checksAfter(book, news.get(CHECKS) ?? [], now),
  })
}
