import { err, ok, type Result } from '#src/domain/result.ts'
import { actorToken } from '#src/domain/ticket/actorToken.ts'
import { decide } from '#src/domain/ticket/decide.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { Refusal } from '#src/domain/ticket/ticketCommand.ts'
import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { isActor } from '#src/domain/ticket/isActor.ts'
import { ulid } from '#src/domain/ticket/ulid.ts'
import { undoOf } from '#src/domain/ticket/undoOf.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { DeskQuestion, Done } from '#src/engine/deskProtocol.ts'
import type { EventStore } from '#src/engine/ticketLog/eventStore.ts'
import type { DeskSources } from './answerDesk.ts'
import type { Shelf } from './shelf.ts'

type Command = Extract<DeskQuestion, { about: 'command' }>

/** Who writes, by the name that they go by; a refusal for who may only look, and who has no name. */
export function writer(log: EventStore, by: string): Result<string, Refusal> {
  const { readOnly, user, fault } = log.status()
  if (readOnly !== false)
    return err({ kind: 'read-only', detail: fault !== null && 'detail' in fault ? fault.detail : null })
  const name = user ?? by.trim()
  return actorToken(name) === null ? err({ kind: 'no-name' }) : ok(name)
}

/** Stores events, and has them on the board from then on. */
export async function store(shelf: Shelf, events: readonly TicketEvent[]): Promise<Result<null, Refusal>> {
  const stored = await shelf.log.append(events)
  if (!stored.ok) return err({ kind: 'not-stored', detail: stored.error.detail })
  shelf.take(events)
  return ok(null)
}

/** Who acknowledged a ticket before, where that was somebody else. */
function beatenBy({ ack }: Ticket, { command }: Command, actor: string, now: EpochMs): Done['beatenBy'] {
  if (command.do !== 'acknowledge' && command.do !== 'take') return null
  return ack === null || isActor(actor, ack.by) ? null : { by: ack.by, earlierBy: Math.max(0, now - ack.at) }
}

/** The newest of its alerts that still fires. */
const alertOf = ({ signals }: Ticket): string | null =>
  signals.findLast(({ key, clearedAt }) => key.startsWith('alertmanager|') && clearedAt === null)?.key ?? null

async function silenceOf(
  { alerts }: DeskSources,
  ticket: Ticket,
  { silence, page = '' }: Command,
  by: string,
): Promise<Done['silence']> {
  const key = silence === true ? alertOf(ticket) : null
  return key === null
    ? null
    : alerts.silence(key, { code: ticket.code, url: page === '' ? '' : `${page}#/t/${ticket.code}`, by })
}

/** Does what a person asked for; what it came to, or why it was not done. */
export async function carryOut(sources: DeskSources, question: Command): Promise<Result<Done, Refusal>> {
  const { shelf, ports, beaten } = sources
  const { log, book } = shelf
  const ticket = book.find(question.ticket)
  if (ticket === null) return err({ kind: 'unknown-ticket' })
  const who = writer(log, question.by)
  if (!who.ok) return who
  const now = ports.now() + (log.status().skew ?? 0)
  const newId = (): string => ulid(now, ports.random)
  const decided = decide(question.command, ticket, { by: who.value, now, newId, tickets: book.all() })
  if (!decided.ok) return decided
  const stored = await store(shelf, decided.value)
  if (!stored.ok) return stored
  const acknowledged = decided.value.find(({ kind }) => kind === 'acknowledged')
  if (acknowledged !== undefined && ticket.ack === null) beaten.acknowledged(ticket.id, acknowledged.id)
  return ok({
    ticket: ticket.id,
    undo: undoOf(question.command, ticket),
    beatenBy: beatenBy(ticket, question, who.value, now),
    silence: await silenceOf(sources, ticket, question, who.value),
  })
}
