import fc from 'fast-check'
import { eventOf, NOW, openedWith } from './events.ts'
import { AUTOMATIC, type EventHead, type TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { minutes } from '#src/domain/time/units.ts'

const OPENING: readonly TicketEvent[] = [openedWith()]
const ACTORS = ['anna', 'boris', 'chloe', AUTOMATIC]
const KEYS = ['check|orders', 'check|cart']

const priority = fc.constantFrom(1 as const, 2 as const, 3 as const)
const minute = fc.integer({ min: -20, max: 150 }).map((n) => NOW + minutes(n))
const person = fc.constantFrom('anna', 'boris', 'payments')
const key = fc.constantFrom(...KEYS)

/** For tests: what an event may say, of every kind that can follow the opening. */
const say: fc.Arbitrary<(head: Partial<EventHead>) => TicketEvent> = fc.oneof(
  fc.constant((head: Partial<EventHead>) => eventOf('acknowledged', {}, head)),
  fc
    .boolean()
    .map(
      (known) => (head: Partial<EventHead>) =>
        eventOf('external_ack', { by: 'boris', known, comment: 'ACK!', silence: 's' }, head),
    ),
  person.map((to) => (head: Partial<EventHead>) => eventOf('assigned', { to }, head)),
  fc.constant((head: Partial<EventHead>) => eventOf('unassigned', {}, head)),
  priority.map(
    (to) => (head: Partial<EventHead>) => eventOf('requalified', { from: 2, to, reason: 'r' }, head),
  ),
  fc
    .option(minute)
    .map(
      (until) => (head: Partial<EventHead>) =>
        eventOf('paused', { reason: 'third-party', note: 'n', until }, head),
    ),
  fc.constant((head: Partial<EventHead>) => eventOf('resumed', {}, head)),
  fc.constant((head: Partial<EventHead>) => eventOf('commented', { text: 'hm' }, head)),
  fc.tuple(key, minute).map(
    ([key, since]) =>
      (head: Partial<EventHead>) =>
        eventOf('signal_added', { key, service: null, title: key, since }, head),
  ),
  fc.tuple(key, minute).map(
    ([key, clearedAt]) =>
      (head: Partial<EventHead>) =>
        eventOf('signal_cleared', { key, clearedAt }, head),
  ),
  minute.map(
    (restoredAt) => (head: Partial<EventHead>) =>
      eventOf('resolved', { restoredAt, note: '', cause: 'incident' }, head),
  ),
  fc.constant((head: Partial<EventHead>) => eventOf('reopened', { reason: '' }, head)),
  fc
    .constantFrom('title' as const, 'project' as const)
    .map((field) => (head: Partial<EventHead>) => eventOf('edited', { field, value: 'new' }, head)),
  fc
    .constantFrom('merged_into' as const, 'unmerged' as const)
    .map(
      (kind) => (head: Partial<EventHead>) =>
        kind === 'unmerged' ? eventOf(kind, { from: 't2' }, head) : eventOf(kind, { into: 't2' }, head),
    ),
  fc
    .constantFrom('open', 'e1', 'e2')
    .map((event) => (head: Partial<EventHead>) => eventOf('redacted', { event }, head)),
  fc.constant((head: Partial<EventHead>) =>
    eventOf('linked', { label: 'l', url: 'https://l.example' }, head),
  ),
)

const event = (place: number): fc.Arbitrary<TicketEvent> =>
  fc
    .record({
      say,
      at: minute,
      actor: fc.constantFrom(...ACTORS),
      seen: fc.constantFrom('open', `e${Math.max(0, place - 2)}`, `e${place + 1}`),
      srv: fc.option(minute, { nil: undefined }),
    })
    .map(({ say, srv, ...head }) => say({ ...head, id: `e${place}`, ...(srv === undefined ? {} : { srv }) }))

/** For tests: the log of the ticket `t1`, in the order in which it was written; its opening comes first. */
export const anyLog: fc.Arbitrary<readonly TicketEvent[]> = fc
  .integer({ min: 0, max: 14 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => event(place))))
  .map((events) => OPENING.concat(events))
