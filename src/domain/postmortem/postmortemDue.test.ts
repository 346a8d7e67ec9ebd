import { expect, it } from 'vitest'
import type { Priority } from '#src/domain/sla/priority.ts'
import { ack, requalify, resolve } from '#src/domain/ticket/testing/deeds.ts'
import { after, eventOf, NOW, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { ResolveCause, TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { days } from '#src/domain/time/units.ts'
import { postmortemDue } from './postmortemDue.ts'

const of = (priority: Priority, ...events: readonly TicketEvent[]): Ticket =>
  ticketOf(openedWith({ priority }), ...events)

const asA = (cause: ResolveCause): TicketEvent =>
  eventOf('resolved', { restoredAt: after(20), note: '', cause }, { at: after(20) })

const saved = eventOf('postmortem', { whys: [], markdown: '' }, { at: after(30) })

it.each([
  ['a P1 in time', of(1, ack(10), resolve(20)), true],
  ['a P1 that is still open', of(1, ack(10)), false],
  ['a P1 of which one was saved', of(1, ack(10), resolve(20), saved), false],
  ['a P1 that was a drill', of(1, ack(10), asA('drill')), false],
  ['a P1 that was a false alarm', of(1, ack(10), asA('false-positive')), false],
  ['a P2 in time', of(2, ack(10), resolve(20)), false],
  ['a P2 that was acknowledged too late', of(2, ack(31), resolve(40)), true],
  ['a P2 that was restored too late', of(2, ack(10), resolve(481)), true],
  ['a P1 that broke its limit and was lowered', of(1, ack(16), requalify(3, 20), resolve(30)), true],
  ['a P3 that broke its limit', of(3, ack(100_000), resolve(100_010)), false],
  ['one that was merged', of(1, ack(1), eventOf('merged_into', { into: 't2' }, { at: after(2) })), false],
] as const)('of %s: %s', (_, ticket, expected) => {
  expect(postmortemDue(ticket, [ticket], after(200_000))).toBe(expected)
})

/** A P3 in time, so many days ago; the one before it is known, but for the first. */
function episode(daysAgo: number, dedupKey = 'check|orders'): Ticket {
  const openedAt = NOW - days(daysAgo)
  const head = { ticket: `d${daysAgo}` }
  return ticketOf(
    openedWith({ priority: 3, openedAt, dedupKey, recurrenceOf: daysAgo > 40 ? null : 'before' }, head),
    eventOf('acknowledged', {}, { ...head, at: openedAt + 1 }),
    eventOf(
      'resolved',
      { restoredAt: openedAt + 2, note: '', cause: 'incident' },
      { ...head, at: openedAt + 2 },
    ),
  )
}

it.each([
  ['the first and two recurrences', [50, 20, 10], 10, false],
  ['three recurrences within 30 days', [50, 28, 20, 0], 0, true],
  ['three, of which one was longer ago', [50, 30, 20, 0], 0, false],
  ['the second of three', [50, 28, 20, 0], 20, false],
])('after %s', (_, all, at, expected) => {
  const tickets = [...all.map((daysAgo) => episode(daysAgo)), episode(5, 'check|other')]
  expect(postmortemDue(episode(at), tickets, NOW + days(1))).toBe(expected)
})
