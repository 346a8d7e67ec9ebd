import { expect, it } from 'vitest'
import { foldTicket } from './foldTicket.ts'
import { openByHand } from './openByHand.ts'
import { parseEvent } from './parseEvent.ts'
import { after, NOW, openedWith, POLICY, ticketOf } from './testing/events.ts'
import { eventOf } from './testing/events.ts'
import type { Ticket } from './ticket.ts'
import type { Refusal, TicketDraft } from './ticketCommand.ts'
import type { TicketEvent } from './ticketEvent.ts'
import { ticketId } from './ticketId.ts'

const DRAFT: TicketDraft = {
  title: ' orders: 403 ',
  description: '',
  service: 'orders',
  project: ' ',
  priority: 3,
  source: 'link',
  dedupKey: 'orders|creating user|POST|/api/users|403',
  openedAt: after(-5),
  links: [],
}

function open(draft: Partial<TicketDraft>, tickets: readonly Ticket[] = [], by = 'Anna') {
  let made = 0
  return openByHand(
    { ...DRAFT, ...draft },
    {
      by,
      now: NOW,
      newId: () => `new${made++}`,
      tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])),
      board: 'run',
      policy: POLICY,
    },
  )
}

const key = DRAFT.dedupKey ?? ''
const earlier = openedWith({ dedupKey: key, openedAt: after(-600) }, { ticket: 'before' })
const over = eventOf(
  'resolved',
  { restoredAt: after(-500), note: '', cause: 'incident' },
  { ticket: 'before', at: after(-500) },
)

it('opens what can be read and folded', () => {
  const opened = open({})
  expect(opened).toMatchObject({
    ok: true,
    value: {
      ticket: ticketId('run', 'link', key, 0),
      actor: 'Anna',
      data: { title: 'orders: 403', project: null, openedAt: after(-5), detectedAt: NOW, episode: 0 },
    },
  })
  expect(opened.ok && parseEvent(opened.value)).toEqual(opened)
  expect(opened.ok && foldTicket([opened.value])).toMatchObject({ state: 'new', ack: null, signals: [] })
})

it('is a recurrence of what was resolved before', () => {
  expect(open({}, [ticketOf(earlier, over)])).toMatchObject({
    ok: true,
    value: { ticket: ticketId('run', 'link', key, 1), data: { episode: 1, recurrenceOf: 'before' } },
  })
})

it('is like no other without a key', () => {
  expect(open({ dedupKey: null, source: 'hand' }, [ticketOf(earlier)])).toMatchObject({
    ok: true,
    value: { ticket: 'new0', id: 'new1', data: { dedupKey: 'hand|new0', recurrenceOf: null } },
  })
})

it('began now where it is said to begin later', () => {
  expect(open({ openedAt: after(5) })).toMatchObject({ ok: true, value: { data: { openedAt: NOW } } })
})

it.each([Number.NaN, -1, -1e308])('began now where it is said to begin at %s', (openedAt) => {
  expect(open({ openedAt })).toMatchObject({ ok: true, value: { data: { openedAt: NOW } } })
})

it('is like no other with a key that says nothing', () => {
  expect(open({ dedupKey: '' })).toMatchObject({ ok: true, value: { data: { dedupKey: 'link|new0' } } })
})

it.each<{ name: string; events: TicketEvent[]; expected: object }>([
  { name: 'open', events: [], expected: { ok: false, error: { kind: 'already', state: 'open' } } },
  { name: 'over', events: [{ ...over, ticket: 'other' }], expected: { ok: true } },
])('looks at the ticket into which that of its key was merged: $name', ({ events, expected }) => {
  const merged = eventOf('merged_into', { into: 'other' }, { ticket: 'before', at: after(-550) })
  const other = ticketOf(openedWith({ openedAt: after(-600) }, { ticket: 'other' }), ...events)
  expect(open({}, [ticketOf(earlier, merged), other])).toMatchObject(expected)
})

it.each<{ draft: Partial<TicketDraft>; by?: string; tickets?: Ticket[]; refusal: Refusal }>([
  { draft: {}, by: '', refusal: { kind: 'no-name' } },
  { draft: { title: ' ' }, refusal: { kind: 'needs-text' } },
  { draft: { title: 'x'.repeat(201) }, refusal: { kind: 'too-long', most: 200 } },
  { draft: { description: 'x'.repeat(4001) }, refusal: { kind: 'too-long', most: 4000 } },
  { draft: { links: [{ label: '', url: 'ftp://a' }] }, refusal: { kind: 'needs-link' } },
  { draft: {}, tickets: [ticketOf(earlier)], refusal: { kind: 'already', state: 'open' } },
])('refuses $refusal', ({ draft, by, tickets, refusal }) => {
  expect(open(draft, tickets, by)).toEqual({ ok: false, error: refusal })
})
