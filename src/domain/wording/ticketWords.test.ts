import { describe, expect, it } from 'vitest'
import { eventOf, NOW, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import type { Refusal } from '#src/domain/ticket/ticketCommand.ts'
import { EVENT_VERSION, type LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { ticketRowOf } from '#src/domain/ticket/ticketRowOf.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { eventWords } from './eventWords.ts'
import { type LogStanding, logWords, skewWords } from './logWords.ts'
import { refusalWords } from './refusalWords.ts'
import { restoringWords, ticketMarks } from './ticketMarks.ts'

const ZONE = 'Europe/Paris'

const plain: TicketRow = ticketRowOf(
  ticketOf(openedWith()),
  { codeOf: (id) => id, sending: 'sent', signalUnknown: false, automatic: true },
  NOW,
)
const ack = { by: 'anna', at: NOW, eventId: 'e', toldLateBy: null }

describe('ticketMarks', () => {
  const rows: readonly { name: string; own: Partial<TicketRow>; expected: readonly string[] }[] = [
    { name: 'nothing', own: {}, expected: [] },
    { name: 'that it flaps', own: { flapping: 4 }, expected: ['flapping ×4'] },
    {
      name: 'who is on it beside its owner',
      own: { state: 'acknowledged', ack, assignee: 'boris', coResponders: ['clara', 'dan'] },
      expected: ['by anna', 'also on it: clara, dan'],
    },
    {
      name: 'that it was done offline',
      own: { ack: { ...ack, toldLateBy: minutes(30) } },
      expected: ['told 30 min later'],
    },
    { name: 'that nobody can see', own: { signalUnknown: true }, expected: ['cannot see it now'] },
    {
      name: 'since when it has its priority',
      own: { requalifiedAt: NOW - minutes(12) - 5, priority: 1 },
      expected: ['P1 for 12 min'],
    },
    {
      name: 'two who crossed',
      own: { crossedBy: ['boris', 'anna'] },
      expected: ['also changed by anna, which boris had not seen'],
    },
    {
      name: 'what became of it',
      own: { state: 'resolved', resolvedAt: NOW, signalUnknown: true, affected: ['a', 'b'] },
      expected: ['and 2 other services', '19:00'],
    },
  ]
  it.each(rows)('$name', ({ own, expected }) => {
    expect(ticketMarks({ ...plain, ...own }, NOW, ZONE).map(({ text }) => text)).toEqual(expected)
  })

  it('count down to what resolves itself', () => {
    const restoring = { since: NOW - seconds(29), at: NOW + seconds(271) }
    expect(restoringWords(restoring, NOW, ZONE)).toBe('green since 18:59, resolves itself in 4:31')
    expect(restoringWords(restoring, NOW + minutes(9), ZONE)).toBe('green since 18:59, resolves itself now')
  })
})

describe('logWords', () => {
  const nats: LogStanding = {
    kind: 'nats',
    online: true,
    pending: 0,
    lastSyncAt: NOW,
    user: 'anna',
    readOnly: false,
  }
  const rows = [
    { log: { ...nats, kind: 'embedded' as const }, expected: 'saved in this browser' },
    {
      log: { ...nats, kind: 'memory' as const },
      expected: 'kept in this tab only: this browser stores nothing',
    },
    { log: nats, expected: 'shared with the team' },
    { log: { ...nats, pending: 3 }, expected: 'shared, 3 waiting' },
    { log: { ...nats, online: false, pending: 2 }, expected: 'offline since 19:00: saved here, 2 waiting' },
    { log: { ...nats, online: false, lastSyncAt: null }, expected: 'not connected yet: saved here' },
    { log: { ...nats, readOnly: 'not-signed-in' as const }, expected: 'read only: sign in to act' },
    {
      log: { ...nats, user: 'noc', readOnly: 'no-right' as const },
      expected: 'read only: noc may only look',
    },
  ]
  it.each(rows)('$expected', ({ log, expected }) => expect(logWords(log, NOW, ZONE)).toBe(expected))

  it.each([
    [null, null],
    [seconds(5), null],
    [minutes(-7), 'your clock is 7 min ahead'],
    [seconds(9), 'your clock is 9 s behind'],
  ])('a skew of %s', (skew, expected) => expect(skewWords(skew)).toBe(expected))
})

describe('refusalWords', () => {
  const rows: readonly (readonly [Refusal, string])[] = [
    [{ kind: 'needs-reason' }, 'A reason is needed.'],
    [{ kind: 'already', state: 'paused' }, 'Its clock is paused already.'],
    [{ kind: 'read-only', detail: null }, 'You may only look: nothing was changed.'],
    [{ kind: 'too-long', most: 4000 }, 'That is too long: at most 4,000 characters.'],
    [
      { kind: 'restored-before-opened', openedAt: NOW - hours(1) },
      'It cannot have been restored before it began (18:00).',
    ],
  ]
  it.each(rows)('%o', (refusal, expected) => expect(refusalWords(refusal, NOW, ZONE)).toBe(expected))
})

describe('eventWords', () => {
  const context = { codes: { t2: 'T-ABCDE' }, now: NOW, timeZone: ZONE }
  const foreign: LoggedEvent = {
    v: EVENT_VERSION + 1,
    id: 'x',
    ticket: 't1',
    actor: 'anna',
    at: NOW,
    kind: 'escalated',
    data: {},
    foreign: true,
  }
  const rows: readonly (readonly [LoggedEvent, string])[] = [
    [openedWith(), 'opened by a check of this dashboard as P2'],
    [eventOf('requalified', { from: 2, to: 3, reason: 'one customer' }), 'P2 → P3: one customer'],
    [
      eventOf('paused', { reason: 'third-party', note: 'case 4711', until: NOW + hours(1) }),
      'paused, waiting for a third party: case 4711; until 20:00',
    ],
    [eventOf('resolved', { restoredAt: NOW, note: '', cause: 'drill' }), 'resolved: restored 19:00, a drill'],
    [eventOf('merged_into', { into: 't2' }), 'merged it into T-ABCDE'],
    [eventOf('commented', { text: '<b>bold</b>' }), '<b>bold</b>'],
    [foreign, 'Something that this build does not understand (escalated, layout 2): kept as it is.'],
  ]
  it.each(rows)('%#', (event, expected) => expect(eventWords(event, context)).toBe(expected))
})
