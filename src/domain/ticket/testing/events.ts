import { defaultPolicy } from '#src/domain/sla/defaultPolicy.ts'
import type { SlaPolicy } from '#src/domain/sla/slaPolicy.ts'
import { foldTicket } from '#src/domain/ticket/foldTicket.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { parseEvent } from '#src/domain/ticket/parseEvent.ts'
import {
  EVENT_VERSION,
  type EventHead,
  type EventKind,
  isUnderstood,
  type TicketEvent,
} from '#src/domain/ticket/ticketEvent.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'

/** For tests: a Saturday evening, by which most of them go. */
export const NOW: EpochMs = parseTimestamp('2026-11-21T18:00:00Z') ?? 0

/** The policy of tickets that name none: the usual one, in Paris. */
export const POLICY: SlaPolicy = defaultPolicy('Europe/Paris')

type Data<K extends EventKind> = TicketEvent<K>['data']
type Head = Partial<Omit<EventHead, 'v'>>

const isOf = <K extends EventKind>(event: TicketEvent | TicketEvent<K>, kind: K): event is TicketEvent<K> =>
  event.kind === kind

/** An event of the ticket `t1`: by anna at `NOW`, unless the head says something else. Its id follows from both. */
export function eventOf<K extends EventKind>(
  kind: K,
  data: TicketEvent<K>['data'],
  head: Head = {},
): TicketEvent<K> {
  const { at = NOW, actor = 'anna' } = head
  const id = `${kind}-${at - NOW}-${actor}`
  const parsed = parseEvent({ v: EVENT_VERSION, id, ticket: 't1', actor, at, ...head, kind, data })
  if (parsed.ok && isUnderstood(parsed.value) && isOf(parsed.value, kind)) return parsed.value
  throw new Error(parsed.ok ? 'it is of another kind' : parsed.error)
}

const OPENED: Data<'opened'> = {
  title: 'orders: all pods failing',
  description: '',
  service: 'orders',
  project: null,
  source: 'check',
  dedupKey: 'check|orders',
  episode: 0,
  priority: 2,
  why: '3 of 3 pods are out',
  policy: POLICY,
  openedAt: NOW,
  detectedAt: NOW,
  recurrenceOf: null,
  links: [],
  evidence: null,
}

/**
 * The event `open` by which `t1` was opened automatically: a P2 of the service orders, at `NOW`. What is given differs;
 * the event is as late as `detectedAt`, and that as `openedAt`, unless they are given themselves.
 */
export function openedWith(data: Partial<Data<'opened'>> = {}, head: Head = {}): TicketEvent<'opened'> {
  const { openedAt = NOW } = data
  const { detectedAt = openedAt } = data
  return eventOf(
    'opened',
    { ...OPENED, ...data, openedAt, detectedAt },
    { id: 'open', actor: 'auto', at: detectedAt, ...head },
  )
}

/** What some events come to, with `openedWith()` before them if none of them opens the ticket. */
export function ticketOf(...events: readonly TicketEvent[]): Ticket {
  const opens = events.some(({ kind }) => kind === 'opened')
  const ticket = foldTicket(
    opens ? events : [openedWith({}, { ticket: events[0]?.ticket ?? 't1' }), ...events],
  )
  if (ticket === null) throw new Error('none of the events opens the ticket')
  return ticket
}

/** So many minutes after `NOW`. */
export const after = (n: number): EpochMs => NOW + minutes(n)
