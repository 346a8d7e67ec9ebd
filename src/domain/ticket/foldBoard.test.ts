import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldBoard } from './foldBoard.ts'
import { foldTicket } from './foldTicket.ts'
import { after, eventOf, openedWith } from './testing/events.ts'
import type { Ticket } from './ticket.ts'
import type { TicketEvent } from './ticketEvent.ts'

const open = (ticket: string, minute: number) =>
  openedWith({ openedAt: after(minute), dedupKey: ticket }, { ticket })
const ack = (ticket: string, minute: number, actor: string) =>
  eventOf('acknowledged', {}, { ticket, at: after(minute), actor })
const merge = (ticket: string, into: string, minute: number) =>
  eventOf('merged_into', { into }, { ticket, at: after(minute) })
const unmerge = (ticket: string, from: string, minute: number) =>
  eventOf('unmerged', { from }, { ticket, at: after(minute) })

function boardOf(...events: readonly TicketEvent[]): ReadonlyMap<string, Ticket> {
  const ids = [...new Set(events.map(({ ticket }) => ticket))]
  const tickets = ids.flatMap((id) => foldTicket(events.filter(({ ticket }) => ticket === id)) ?? [])
  return foldBoard(new Map(tickets.map((ticket) => [ticket.id, ticket])))
}

const statesOf = (board: ReadonlyMap<string, Ticket>) =>
  Object.fromEntries([...board].map(([id, { state, mergedInto }]) => [id, mergedInto ?? state]))

const three = [open('a', 0), open('b', 5), open('c', 10)]

it('goes on with the opening of the first, and the acknowledgement of the first', () => {
  const board = boardOf(...three, ack('b', 6, 'boris'), ack('c', 20, 'chloe'), merge('b', 'c', 30))
  expect(board.get('b')).toMatchObject({ state: 'merged', mergedInto: 'c', openedAt: after(5) })
  expect(board.get('c')).toMatchObject({
    state: 'acknowledged',
    openedAt: after(5),
    merged: ['b'],
    ack: { by: 'boris', at: after(6) },
    coResponders: ['chloe'],
    cycles: [{ start: after(5), ackAt: after(6) }],
    priorities: [{ at: after(5) }],
  })
})

it('is acknowledged when one that was merged into it is', () => {
  const board = boardOf(...three, ack('b', 6, 'boris'), merge('b', 'a', 30))
  expect(board.get('a')).toMatchObject({ state: 'acknowledged', openedAt: after(0), coResponders: [] })
})

it('keeps its own acknowledgement once a new run has begun', () => {
  const ended = [
    eventOf('resolved', { restoredAt: after(1), note: '', cause: 'incident' }, { ticket: 'a', at: after(1) }),
    eventOf('reopened', { reason: '' }, { ticket: 'a', at: after(60) }),
  ]
  const board = boardOf(...three, ...ended, ack('b', 6, 'boris'), merge('b', 'a', 70))
  expect(board.get('a')).toMatchObject({
    state: 'new',
    ack: null,
    cycles: [{ start: after(0) }, { start: after(60) }],
  })
})

it.each<{ name: string; merges: TicketEvent[]; expected: Record<string, string> }>([
  { name: 'one', merges: [merge('b', 'a', 20)], expected: { a: 'new', b: 'a', c: 'new' } },
  {
    name: 'a chain',
    merges: [merge('c', 'b', 20), merge('b', 'a', 21)],
    expected: { a: 'new', b: 'a', c: 'b' },
  },
  {
    name: 'two into each other',
    merges: [merge('b', 'a', 21), merge('a', 'b', 20)],
    expected: { a: 'b', b: 'new', c: 'new' },
  },
  {
    name: 'a circle of three',
    merges: [merge('a', 'b', 20), merge('b', 'c', 21), merge('c', 'a', 22)],
    expected: { a: 'b', b: 'c', c: 'new' },
  },
  { name: 'one into itself', merges: [merge('a', 'a', 20)], expected: { a: 'new', b: 'new', c: 'new' } },
  {
    name: 'one into an unknown ticket',
    merges: [merge('a', 'x', 20)],
    expected: { a: 'new', b: 'new', c: 'new' },
  },
  {
    name: 'one that was taken back',
    merges: [merge('b', 'a', 20), unmerge('b', 'a', 21)],
    expected: { a: 'new', b: 'new', c: 'new' },
  },
  {
    name: 'one that was taken back and made again, later than the other way round',
    merges: [merge('b', 'a', 20), unmerge('b', 'a', 21), merge('a', 'b', 22), merge('b', 'a', 23)],
    expected: { a: 'b', b: 'new', c: 'new' },
  },
  {
    name: 'one into two',
    merges: [merge('c', 'b', 21), merge('c', 'a', 20)],
    expected: { a: 'new', b: 'new', c: 'a' },
  },
  {
    name: 'one elsewhere, by somebody who saw that its first merge made a circle',
    merges: [
      merge('a', 'b', 20),
      merge('b', 'a', 21),
      eventOf('merged_into', { into: 'c' }, { ticket: 'b', at: after(22), seen: merge('b', 'a', 21).id }),
    ],
    expected: { a: 'b', b: 'c', c: 'new' },
  },
])('merges: $name', ({ merges, expected }) => {
  expect(statesOf(boardOf(...three, ...merges))).toEqual(expected)
})

it('brings what is merged by way of another to the last one', () => {
  const board = boardOf(...three, ack('a', 7, 'anna'), merge('a', 'b', 20), merge('b', 'c', 21))
  expect(board.get('c')).toMatchObject({ openedAt: after(0), merged: ['b'], ack: { by: 'anna' } })
  expect(board.get('b')).toMatchObject({ openedAt: after(5), merged: ['a'], ack: null })
})

it('gives the same tickets again where nothing has changed', () => {
  const tickets = new Map(
    [[open('a', 0)], [open('b', 5), merge('b', 'a', 6)], [open('c', 1), merge('c', 'x', 6)]].flatMap(
      (events) => {
        const ticket = foldTicket(events)
        return ticket === null ? [] : [[ticket.id, ticket] as const]
      },
    ),
  )
  const [board, again] = [foldBoard(tickets), foldBoard(tickets)]
  for (const [id, ticket] of board) expect(again.get(id)).toBe(ticket)
})

const ids = ['a', 'b', 'c', 'd', 'e'] as const
const anyMerges = fc.array(
  fc
    .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.nat(50))
    .map(([id, into, minute]) => merge(id, into, minute)),
  { maxLength: 12 },
)

it('has no circles, loses nobody, and does not depend on the order of tickets', () => {
  fc.assert(
    fc.property(anyMerges, (merges) => {
      const events = [...ids.map((id, i) => open(id, i)), ...merges]
      const board = boardOf(...events)
      const survivors = [...board.values()].filter(({ mergedInto }) => mergedInto === null)
      expect(survivors.length).toBeGreaterThan(0)
      for (const ticket of board.values()) {
        let next: Ticket | undefined = ticket
        for (let steps = 0; next !== undefined && next.mergedInto !== null && steps < ids.length; steps++)
          next = board.get(next.mergedInto)
        expect(next?.mergedInto).toBeNull()
        expect(next?.openedAt).toBeLessThanOrEqual(ticket.openedAt)
      }
      expect(boardOf(...events.toReversed())).toEqual(board)
    }),
    { numRuns: 50 },
  )
})
