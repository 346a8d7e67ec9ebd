import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { textHash } from './textHash.ts'
import type { Ticket, TimelineEntry } from './ticket.ts'
import { isUnderstood, type TicketEvent } from './ticketEvent.ts'

const TOKEN_DIGITS = 10

/** One browser sees red what another has seen green for so long: red counts. Less is a matter of who asked when. */
export const DISAGREES_AFTER: DurationMs = minutes(2)

/** The newest stretch in which something went on that belongs to a ticket. */
export type Stretch = {
  /** The first one on the ticket is 1. */
  readonly n: number
  readonly since: EpochMs
  /** Null while it goes on. */
  readonly clearedAt: EpochMs | null
}

/**
 * Ids of automatic events follow from what they say: of ten browsers that see the same, one is heard, and none of them
 * says it twice. A key is told by its hash, as ids are tokens.
 */
export const automaticId = (what: 'add' | 'clear', key: string, n: number): string =>
  `${what}-${textHash(key, TOKEN_DIGITS)}-${n}`

const eventsOf = ({ timeline }: Ticket): readonly TicketEvent[] =>
  timeline.flatMap(({ event }) => (isUnderstood(event) ? event : []))

/** A clock that was ahead tells of times that were not yet when it was heard: nothing began or ended later than that. */
function next(was: Stretch | null, { event, at }: TimelineEntry, key: string): Stretch | null {
  if (!isUnderstood(event)) return was
  switch (event.kind) {
    case 'opened':
      if (event.data.dedupKey !== key) return was
      return { n: 1, since: Math.min(event.data.openedAt, at), clearedAt: null }
    case 'signal_added':
      if (event.data.key !== key) return was
      return { n: (was?.n ?? 0) + 1, since: Math.min(event.data.since, at), clearedAt: null }
    case 'signal_cleared':
      if (event.data.key !== key || was === null || was.clearedAt !== null) return was
      return { ...was, clearedAt: Math.min(event.data.clearedAt, at) }
    default:
      return was
  }
}

/**
 * The newest stretch of a signal on a ticket, as the ticket's own log has it. What a ticket has of one that was merged into
 * it is stretch 0 until it begins again. Null where it does not belong to it.
 */
export function stretchOf(ticket: Ticket, key: string): Stretch | null {
  const logged = ticket.timeline.reduce<Stretch | null>((was, entry) => next(was, entry, key), null)
  if (logged !== null) return logged
  const joined = ticket.signals.find((signal) => signal.key === key)
  return joined === undefined ? null : { n: 0, since: joined.since, clearedAt: joined.clearedAt }
}

/** How many beginnings of all of its signals a ticket's log tells of; what opened it is one. */
export const beginnings = (ticket: Ticket): number =>
  eventsOf(ticket).filter(({ kind }) => kind === 'opened' || kind === 'signal_added').length
