import { foldChecks } from '#src/domain/check/foldChecks.ts'
import type { SignOffDraft } from '#src/domain/check/signOff.ts'
import { type CheckWriter, signOffEvent, watchEndEvent } from '#src/domain/check/signOffEvent.ts'
import { personCalled } from '#src/domain/alert/personCalled.ts'
import type { Person } from '#src/domain/fleet/ticketSettings.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { actorToken } from '#src/domain/ticket/actorToken.ts'
import { CHECKS } from '#src/domain/ticket/checksToken.ts'
import { isActor } from '#src/domain/ticket/isActor.ts'
import type { Refusal } from '#src/domain/ticket/ticketCommand.ts'
import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { ulid } from '#src/domain/ticket/ulid.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { DeskSources } from './answerDesk.ts'
import { store, writer } from './carryOut.ts'

/** What signing needs. */
type SigningSources = Pick<DeskSources, 'shelf' | 'watch' | 'ports'>

/** A shared log knows who signed in: their name is the one that they gave if it is theirs, else that of the team's list. */
function nameOf(user: string, by: string, people: readonly Person[]): string {
  if (isActor(by, user)) return by.trim()
  const listed = people.find(({ name }) => isActor(name, user))?.name
  return listed ?? personCalled(user, people) ?? user
}

function checkWriter(
  { shelf, watch, ports }: SigningSources,
  by: string,
  now: EpochMs,
): Result<CheckWriter, Refusal> {
  const who = writer(shelf.log, by)
  if (!who.ok) return who
  const actor = actorToken(who.value)
  if (actor === null) return err({ kind: 'no-name' })
  const name = nameOf(who.value, by, watch.fleet.tickets.people)
  return ok({ actor, name, now, newId: () => ulid(now, ports.random) })
}

async function stored(
  { shelf }: SigningSources,
  event: Result<TicketEvent, Refusal>,
): Promise<Result<string, Refusal>> {
  if (!event.ok) return event
  const kept = await store(shelf, [event.value])
  return kept.ok ? ok(event.value.id) : kept
}

/** Signs a check off; the id of the sign-off once it is durable. */
export async function signOff(
  sources: SigningSources,
  check: SignOffDraft,
  by: string,
  now: EpochMs,
): Promise<Result<string, Refusal>> {
  const who = checkWriter(sources, by, now)
  return who.ok ? stored(sources, signOffEvent(check, who.value)) : who
}

/** Ends a watch that stands; the id of the event once it is durable. */
export async function endWatch(
  sources: SigningSources,
  watch: string,
  by: string,
  now: EpochMs,
): Promise<Result<string, Refusal>> {
  const who = checkWriter(sources, by, now)
  if (!who.ok) return who
  const { watches } = foldChecks(sources.shelf.book.log(CHECKS), now)
  if (!watches.some(({ id }) => id === watch)) return err({ kind: 'unknown-event' })
  return stored(sources, watchEndEvent(watch, who.value))
}
