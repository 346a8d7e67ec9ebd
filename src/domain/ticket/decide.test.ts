import { expect, it } from 'vitest'
import { decide } from './decide.ts'
import { foldBoard } from './foldBoard.ts'
import { foldTicket } from './foldTicket.ts'
import { parseEvent } from './parseEvent.ts'
import { after, eventOf, openedWith, POLICY, ticketOf } from './testing/events.ts'
import type { Ticket } from './ticket.ts'
import type { Refusal, TicketCommand } from './ticketCommand.ts'
import type { TicketEvent } from './ticketEvent.ts'

const NOW = after(60)

const boardOf = (...tickets: readonly Ticket[]) => foldBoard(new Map(tickets.map((one) => [one.id, one])))

function hand(by: string, ...tickets: readonly Ticket[]) {
  let made = 0
  return { by, now: NOW, newId: () => `new${made++}`, tickets: boardOf(...tickets) }
}

const fresh = ticketOf(openedWith())
const ackedBy = (actor: string) => eventOf('acknowledged', {}, { actor })
const assignedTo = (to: string) => eventOf('assigned', { to }, { actor: 'lead' })
const resolvedBy = (actor: string) =>
  eventOf('resolved', { restoredAt: after(5), note: '', cause: 'incident' }, { actor, at: after(10) })
const paused = eventOf('paused', { reason: 'third-party', note: 'n', until: after(90) })
const RESOLVE: TicketCommand = { do: 'resolve', restoredAt: after(30), note: ' fixed ', cause: 'incident' }
const PAUSE: TicketCommand = { do: 'pause', reason: 'third-party', note: '', until: null }
const TOO_LONG = 'x'.repeat(4001)

it.each<{ command: TicketCommand; of: TicketEvent[]; expected: unknown[] }>([
  { command: { do: 'acknowledge' }, of: [], expected: [{ kind: 'acknowledged' }] },
  { command: { do: 'acknowledge' }, of: [ackedBy('boris')], expected: [{ kind: 'acknowledged' }] },
  {
    command: { do: 'take' },
    of: [],
    expected: [{ kind: 'acknowledged' }, { kind: 'assigned', data: { to: 'Anna Müller' } }],
  },
  {
    command: { do: 'take' },
    of: [ackedBy('boris'), assignedTo('boris')],
    expected: [{ kind: 'acknowledged' }],
  },
  {
    command: { do: 'take' },
    of: [ackedBy('boris')],
    expected: [{ kind: 'acknowledged' }, { kind: 'assigned' }],
  },
  {
    command: { do: 'take' },
    of: [assignedTo('boris')],
    expected: [{ kind: 'acknowledged' }, { kind: 'assigned' }],
  },
  { command: { do: 'take' }, of: [assignedTo('Anna Muller')], expected: [{ kind: 'acknowledged' }] },
  {
    command: { do: 'assign', to: ' payments ' },
    of: [],
    expected: [{ kind: 'assigned', data: { to: 'payments' } }],
  },
  { command: { do: 'assign', to: null }, of: [assignedTo('boris')], expected: [{ kind: 'unassigned' }] },
  {
    command: { do: 'requalify', to: 1, reason: '' },
    of: [],
    expected: [{ kind: 'requalified', data: { from: 2, to: 1, reason: '' } }],
  },
  { command: { do: 'requalify', to: 4, reason: 'one user' }, of: [], expected: [{ kind: 'requalified' }] },
  { command: PAUSE, of: [], expected: [{ kind: 'paused' }] },
  { command: { ...PAUSE, until: 1e308 }, of: [], expected: [{ kind: 'paused', data: { until: null } }] },
  { command: { do: 'resume' }, of: [paused], expected: [{ kind: 'resumed' }] },
  {
    command: RESOLVE,
    of: [],
    expected: [{ kind: 'resolved', data: { restoredAt: after(30), note: 'fixed' } }],
  },
  { command: RESOLVE, of: [resolvedBy('auto')], expected: [{ kind: 'resolved' }] },
  { command: { do: 'reopen', reason: '' }, of: [resolvedBy('boris')], expected: [{ kind: 'reopened' }] },
  { command: { do: 'merge', into: 't2' }, of: [], expected: [{ kind: 'merged_into', data: { into: 't2' } }] },
  {
    command: { do: 'comment', text: ' hm ' },
    of: [resolvedBy('boris')],
    expected: [{ data: { text: 'hm' } }],
  },
  {
    command: { do: 'link', link: { label: ' ', url: 'https://a.example' } },
    of: [],
    expected: [{ kind: 'linked', data: { label: 'https://a.example' } }],
  },
  { command: { do: 'edit', field: 'project', value: '' }, of: [], expected: [{ kind: 'edited' }] },
  { command: { do: 'postmortem', whys: [], markdown: '# T' }, of: [], expected: [{ kind: 'postmortem' }] },
  {
    command: { do: 'redact', event: 'open' },
    of: [],
    expected: [{ kind: 'redacted', data: { event: 'open' } }],
  },
])('$command.do: $expected', ({ command, of, expected }) => {
  const ticket = ticketOf(openedWith(), ...of)
  const decided = decide(command, ticket, hand('Anna Müller', ticket, { ...fresh, id: 't2' }))
  expect(decided).toMatchObject({ ok: true, value: expected })
  for (const event of decided.ok ? decided.value : []) {
    expect(event).toMatchObject({ ticket: 't1', actor: 'Anna-Muller', at: NOW, seen: ticket.lastEvent })
    expect(parseEvent(event)).toEqual({ ok: true, value: event })
  }
})

const P1 = openedWith({ priority: 1 })
const mergedAway = eventOf('merged_into', { into: 't2' })

it.each<{ command: TicketCommand; of?: TicketEvent[]; refusal: Refusal }>([
  {
    command: { do: 'acknowledge' },
    of: [ackedBy('anna')],
    refusal: { kind: 'already', state: 'acknowledged' },
  },
  {
    command: { do: 'acknowledge' },
    of: [ackedBy('boris'), eventOf('acknowledged', {}, { at: after(1) })],
    refusal: { kind: 'already', state: 'acknowledged' },
  },
  { command: { do: 'acknowledge' }, of: [resolvedBy('boris')], refusal: { kind: 'resolved' } },
  { command: { do: 'acknowledge' }, of: [mergedAway], refusal: { kind: 'merged' } },
  {
    command: { do: 'take' },
    of: [ackedBy('anna'), assignedTo('anna')],
    refusal: { kind: 'already', state: 'assigned' },
  },
  {
    command: { do: 'assign', to: 'boris' },
    of: [assignedTo('boris')],
    refusal: { kind: 'already', state: 'assigned' },
  },
  { command: { do: 'assign', to: null }, refusal: { kind: 'already', state: 'assigned' } },
  { command: { do: 'assign', to: ' ' }, refusal: { kind: 'needs-text' } },
  { command: { do: 'assign', to: 'x'.repeat(121) }, refusal: { kind: 'too-long', most: 120 } },
  { command: { do: 'requalify', to: 2, reason: '' }, refusal: { kind: 'already', state: 'priority' } },
  { command: { do: 'requalify', to: 3, reason: ' ' }, refusal: { kind: 'needs-reason' } },
  { command: { do: 'requalify', to: 3, reason: TOO_LONG }, refusal: { kind: 'too-long', most: 4000 } },
  { command: PAUSE, of: [P1], refusal: { kind: 'p1-not-paused' } },
  { command: PAUSE, of: [paused], refusal: { kind: 'already', state: 'paused' } },
  { command: { ...PAUSE, until: NOW }, refusal: { kind: 'pause-ends-in-the-past' } },
  { command: { ...PAUSE, until: Number.NaN }, refusal: { kind: 'pause-ends-in-the-past' } },
  { command: { do: 'resume' }, refusal: { kind: 'already', state: 'running' } },
  { command: { ...RESOLVE, restoredAt: NOW + 1000 }, refusal: { kind: 'restored-in-the-future', now: NOW } },
  {
    command: { ...RESOLVE, restoredAt: Number.NaN },
    refusal: { kind: 'restored-in-the-future', now: NOW },
  },
  {
    command: { ...RESOLVE, restoredAt: after(0) - 1000 },
    refusal: { kind: 'restored-before-opened', openedAt: after(0) },
  },
  { command: RESOLVE, of: [resolvedBy('boris')], refusal: { kind: 'already', state: 'resolved' } },
  { command: { do: 'reopen', reason: '' }, refusal: { kind: 'already', state: 'open' } },
  { command: { do: 'merge', into: 't1' }, refusal: { kind: 'merge-with-itself' } },
  { command: { do: 'merge', into: 't3' }, refusal: { kind: 'unknown-ticket' } },
  { command: { do: 'merge', into: 'gone' }, refusal: { kind: 'resolved' } },
  { command: { do: 'merge', into: 'into-gone' }, refusal: { kind: 'resolved' } },
  { command: { do: 'merge', into: 'child' }, refusal: { kind: 'merge-in-a-circle' } },
  { command: { do: 'unmerge' }, refusal: { kind: 'not-merged' } },
  { command: { do: 'comment', text: ' ' }, refusal: { kind: 'needs-text' } },
  { command: { do: 'comment', text: TOO_LONG }, refusal: { kind: 'too-long', most: 4000 } },
  {
    command: { do: 'link', link: { label: '', url: 'javascript:alert(1)' } },
    refusal: { kind: 'needs-link' },
  },
  { command: { do: 'edit', field: 'title', value: '' }, refusal: { kind: 'needs-text' } },
  {
    command: { do: 'edit', field: 'title', value: 'x'.repeat(201) },
    refusal: { kind: 'too-long', most: 200 },
  },
  {
    command: { do: 'postmortem', whys: [{ answer: TOO_LONG, evidence: '' }], markdown: '' },
    refusal: { kind: 'too-long', most: 4000 },
  },
  { command: { do: 'redact', event: 'x' }, refusal: { kind: 'unknown-event' } },
])('refuses to $command.do: $refusal', ({ command, of = [], refusal }) => {
  const opened = of.some(({ kind }) => kind === 'opened') ? [] : [openedWith()]
  const others = [
    foldTicket([openedWith({}, { ticket: 't2' })]),
    foldTicket([openedWith({}, { ticket: 'gone' }), { ...resolvedBy('boris'), ticket: 'gone' }]),
    foldTicket([
      openedWith({}, { ticket: 'child' }),
      eventOf('merged_into', { into: 't1' }, { ticket: 'child' }),
    ]),
    foldTicket([
      openedWith({}, { ticket: 'into-gone' }),
      eventOf('merged_into', { into: 'gone' }, { ticket: 'into-gone' }),
    ]),
  ]
  const ticket = ticketOf(...opened, ...of)
  const board = boardOf(ticket, ...others.flatMap((other) => other ?? []))
  const decided = decide(command, board.get('t1') ?? ticket, { ...hand('anna'), tickets: board })
  expect(decided).toEqual({ ok: false, error: refusal })
})

it('is done by nobody without a name', () => {
  expect(decide({ do: 'acknowledge' }, fresh, hand('  '))).toEqual({ ok: false, error: { kind: 'no-name' } })
})

it('pauses a P1 where that was agreed on, and what was to go on by itself once more', () => {
  const allowed = ticketOf(openedWith({ priority: 1, policy: { ...POLICY, pausesP1: true } }))
  expect(decide(PAUSE, allowed, hand('anna')).ok).toBe(true)
  const ended = ticketOf(
    openedWith(),
    eventOf('paused', { reason: 'third-party', note: '', until: after(59) }),
  )
  expect(decide(PAUSE, ended, hand('anna')).ok).toBe(true)
})
