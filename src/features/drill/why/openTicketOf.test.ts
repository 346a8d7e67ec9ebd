import { expect, it } from 'vitest'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleTicket } from '#src/state/testing/sampleTicket.ts'
import { openTicketOf } from './openTicketOf.ts'

const other = { service: 'billing' } as const

const found = (list: readonly TicketRow[]) =>
  openTicketOf({ rows: new Map(list.map((row) => [row.id, row])) }, 'orders')?.id ?? null

it.each<{ name: string; rows: readonly TicketRow[]; expected: string | null }>([
  { name: 'there is none', rows: [], expected: null },
  { name: 'it is of another service', rows: [sampleTicket('a', other)], expected: null },
  {
    name: 'it is over',
    rows: [sampleTicket('a', { state: 'resolved' }), sampleTicket('b', { state: 'merged' })],
    expected: null,
  },
  { name: 'there is one', rows: [sampleTicket('a', { state: 'paused' })], expected: 'a' },
  {
    name: 'it only joined one',
    rows: [sampleTicket('a', { ...other, affected: ['orders'] })],
    expected: 'a',
  },
  {
    name: 'its own is less urgent than one that it joined',
    rows: [
      sampleTicket('a', { ...other, affected: ['orders'], priority: 1 }),
      sampleTicket('b', { priority: 4 }),
    ],
    expected: 'b',
  },
  {
    name: 'there are several: the most urgent',
    rows: [sampleTicket('a', { priority: 3 }), sampleTicket('b', { priority: 2 })],
    expected: 'b',
  },
  {
    name: 'there are several: the oldest',
    rows: [sampleTicket('a'), sampleTicket('b', { openedAt: NOW - 999_999 })],
    expected: 'b',
  },
])('of a service where $name is $expected', ({ rows, expected }) => {
  expect(found(rows)).toBe(expected)
  expect(found(rows.toReversed())).toBe(expected)
})
