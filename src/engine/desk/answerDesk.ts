import { policyFor } from '#src/domain/ticket/hypercarePolicy.ts'
import { parseEvents } from '#src/domain/ticket/parseEvents.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { openByHand } from '#src/domain/ticket/openByHand.ts'
import type { Refusal, TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import { ticketOfKey } from '#src/domain/ticket/ticketOfKey.ts'
import { ulid } from '#src/domain/ticket/ulid.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { DeskAnswer, DeskQuestion, Done, TicketDetail } from '#src/engine/deskProtocol.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { AlertSource } from '#src/engine/sources/alertmanager/alertSource.ts'
import type { BeatenWatch } from './beatenWatch.ts'
import { type BoardView, sendingOf } from './boardView.ts'
import { carryOut, store, writer } from './carryOut.ts'
import { type CheckQuestion, isCheckQuestion } from './isCheckQuestion.ts'
import type { Shelf } from './shelf.ts'
import { weekTickets } from './weekTickets.ts'

/** What answers are made of. */
export type DeskSources = {
  readonly shelf: Shelf
  readonly watch: Watch
  readonly alerts: AlertSource
  readonly view: BoardView
  readonly beaten: BeatenWatch
  readonly ports: Ports
}

/** Who opens no ticket and looks at no figures needs none of it: it comes in a chunk of its own. */
const bring = () => import('./behindBoard.ts').catch(() => null)
const bringChecks = () => import('./checkAnswers.ts').catch(() => null)

async function detailOf(
  { shelf, watch, view, ports }: DeskSources,
  { ticket: name, page }: Extract<DeskQuestion, { readonly about: 'ticket' }>,
): Promise<TicketDetail | null> {
  const ticket = shelf.book.find(name) ?? ticketOfKey(shelf.book.all(), name)
  const behind = await bring()
  if (ticket === null || behind === null) return null
  const now = ports.now() + (shelf.log.status().skew ?? 0)
  const row = view.row(ticket.id)
  return behind.ticketDetail(
    ticket,
    { shelf, fleet: watch.fleet, row, sending: sendingOf(ticket, shelf.log) },
    now,
    page,
  )
}

async function open(sources: DeskSources, draft: TicketDraft, by: string): Promise<Result<Done, Refusal>> {
  const { shelf, watch, ports } = sources
  const who = writer(shelf.log, by)
  if (!who.ok) return who
  const now = ports.now() + (shelf.log.status().skew ?? 0)
  const { tickets: settings, services } = watch.fleet
  const team = services.find(({ name }) => name === draft.service)?.team ?? null
  const opened = openByHand(draft, {
    by: who.value,
    now,
    newId: () => ulid(now, ports.random),
    board: settings.board,
    tickets: shelf.book.all(),
    policy: policyFor(settings, draft.service, team, draft.openedAt),
  })
  if (!opened.ok) return opened
  const stored = await store(shelf, [opened.value])
  if (!stored.ok) return stored
  return ok({ ticket: opened.value.ticket, undo: null, beatenBy: null, silence: null })
}

async function importEvents({ log }: Shelf, raw: readonly unknown[]): Promise<Result<number, string>> {
  const events = parseEvents(raw)
  if (!events.ok) return events
  const added = await log.add(events.value)
  return added.ok ? added : err(added.error.detail)
}

async function figuresOf(
  { shelf, ports }: DeskSources,
  about: 'statistics' | 'tickets-csv',
): Promise<DeskAnswer> {
  const behind = await bring()
  const now = ports.now() + (shelf.log.status().skew ?? 0)
  if (about === 'tickets-csv') return { about, found: behind?.csvOfTickets(shelf, now) ?? null }
  return { about, found: behind?.statistics(shelf, ports.timeZone, now) ?? null }
}

async function answerOfChecks(sources: DeskSources, question: CheckQuestion): Promise<DeskAnswer> {
  const checks = await bringChecks()
  return checks?.answerCheck(sources, question) ?? { about: question.about, found: null }
}

/** Answers what a page asks of the tickets. Never rejects, but for a fault of this program. */
export async function answerDesk(sources: DeskSources, question: DeskQuestion): Promise<DeskAnswer> {
  if (isCheckQuestion(question)) return answerOfChecks(sources, question)
  const { shelf } = sources
  const { about } = question
  switch (about) {
    case 'ticket':
      return { about, found: await detailOf(sources, question) }
    case 'command':
      return { about, found: await carryOut(sources, question) }
    case 'open-ticket':
      return { about, found: await open(sources, question.draft, question.by) }
    case 'statistics':
    case 'tickets-csv':
      return figuresOf(sources, about)
    case 'sign-in':
      shelf.log.signIn(question.credentials)
      return { about, found: true }
    case 'check-store':
      return { about, found: await shelf.log.check() }
    case 'export-tickets':
      return { about, found: shelf.book.events() }
    case 'import-tickets':
      return { about, found: await importEvents(shelf, question.events) }
    case 'week-tickets':
      return { about, found: await weekTickets(sources, question) }
  }
}
