import { err, ok, type Result } from '#src/domain/result.ts'
import type { SlaPolicy } from '#src/domain/sla/slaPolicy.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import { actorToken } from './actorToken.ts'
import { tooLong } from './decision.ts'
import { MOST_LINKS } from './eventSchema.ts'
import type { Hand } from './hand.ts'
import { MOST_KEY, MOST_NAME, MOST_TITLE, MOST_URL, WEB_ADDRESS } from './textSchema.ts'
import { survivorAmong } from './survivorAmong.ts'
import type { Ticket } from './ticket.ts'
import type { Refusal, TicketDraft } from './ticketCommand.ts'
import { EVENT_VERSION, type TicketEvent } from './ticketEvent.ts'
import { ticketId } from './ticketId.ts'

/** What came back within this long is told as a recurrence. */
const RECENT: DurationMs = days(30)

type Opening = Hand & {
  readonly board: string
  /** What it is judged by, closer watches included. */
  readonly policy: SlaPolicy
}

/** Which ticket it is to be: its id, its key, and what is known of that. */
type Identity = Pick<TicketEvent<'opened'>['data'], 'dedupKey' | 'episode' | 'recurrenceOf'> & {
  readonly ticket: string
}

function linkFault({ links }: TicketDraft): Refusal | null {
  if (links.some(({ url }) => !WEB_ADDRESS.test(url))) return { kind: 'needs-link' }
  const faults = links.flatMap(({ label, url }) => tooLong(label, MOST_TITLE) ?? tooLong(url, MOST_URL) ?? [])
  return faults[0] ?? null
}

function faultOf(draft: TicketDraft): Refusal | null {
  const { title, description, service, project } = draft
  if (title.trim() === '') return { kind: 'needs-text' }
  return (
    tooLong(title.trim(), MOST_TITLE) ??
    tooLong(description) ??
    tooLong(service ?? '', MOST_NAME) ??
    tooLong(project ?? '', MOST_NAME) ??
    linkFault(draft)
  )
}

const lastOf = (tickets: readonly Ticket[]): Ticket | null =>
  tickets.reduce<Ticket | null>(
    (last, ticket) => (last === null || ticket.openedAt > last.openedAt ? ticket : last),
    null,
  )

const isRecent = ({ openedAt, resolution }: Ticket, now: EpochMs): boolean =>
  now - (resolution?.at ?? openedAt) <= RECENT

function identityOf(draft: TicketDraft, { board, newId, now }: Opening, alike: readonly Ticket[]): Identity {
  if (!draft.dedupKey) {
    const ticket = newId()
    return { ticket, dedupKey: `${draft.source}|${ticket}`, episode: 0, recurrenceOf: null }
  }
  const dedupKey = draft.dedupKey.slice(0, MOST_KEY)
  const episode = alike.length
  const last = lastOf(alike)
  return {
    ticket: ticketId(board, draft.source, dedupKey, episode),
    dedupKey,
    episode,
    recurrenceOf: last !== null && isRecent(last, now) ? last.id : null,
  }
}

const nameOrNone = (name: string | null): string | null => name?.trim() || null

/**
 * The event by which a person opens a ticket. Two who open the same one, by its key, at once make one of two openings,
 * of which the first counts; where one of that key is open already nothing is opened. What is said to have begun later
 * than now, or before 1970, began now.
 */
export function openByHand(draft: TicketDraft, opening: Opening): Result<TicketEvent<'opened'>, Refusal> {
  const { by, now, newId, policy, tickets } = opening
  const actor = actorToken(by)
  if (actor === null) return err({ kind: 'no-name' })
  const fault = faultOf(draft)
  if (fault !== null) return err(fault)
  const key = draft.dedupKey?.slice(0, MOST_KEY) || null
  const alike = [...tickets.values()].filter(({ dedupKey }) => dedupKey === key)
  if (alike.some((one) => survivorAmong(tickets, one).resolution === null))
    return err({ kind: 'already', state: 'open' })
  const { ticket, ...identity } = identityOf(draft, opening, alike)
  return ok({
    v: EVENT_VERSION,
    id: newId(),
    ticket,
    actor,
    at: now,
    kind: 'opened',
    data: {
      ...identity,
      title: draft.title.trim(),
      description: draft.description.trim(),
      service: nameOrNone(draft.service),
      project: nameOrNone(draft.project),
      source: draft.source,
      priority: draft.priority,
      why: '',
      policy,
      openedAt: draft.openedAt >= 0 ? Math.min(draft.openedAt, now) : now,
      detectedAt: now,
      links: draft.links.slice(0, MOST_LINKS),
      evidence: null,
    },
  })
}
