import { describe, expect, it } from 'vitest'
import type { TicketState } from '#src/domain/ticket/ticket.ts'
import { ticketsOfAlert } from './ticketsOfAlert.ts'

type Told = { readonly state?: TicketState; readonly at?: number; readonly affected?: readonly string[] }

/** A ticket that is new, opened at 5 and, where it is over, resolved a moment later. */
const row = (id: string, service: string | null, { state = 'new', at = 5, affected = [] }: Told = {}) => ({
  id,
  service,
  affected,
  state,
  openedAt: at,
  resolvedAt: state === 'resolved' ? at + 1 : null,
})

type Row = {
  readonly name: string
  readonly rows: readonly ReturnType<typeof row>[]
  readonly its?: string
  readonly says: readonly [open: string | null, others: number, last: string | null]
}

describe('the tickets of an alert on orders', () => {
  it.each<Row>([
    { name: 'none', rows: [], says: [null, 0, null] },
    { name: 'only of others', rows: [row('a', 'mail'), row('b', null)], says: [null, 0, null] },
    {
      name: 'the oldest of its service first',
      rows: [row('b', 'orders', { at: 7 }), row('a', 'orders', { at: 3 }), row('c', 'mail', { at: 1 })],
      says: ['a', 1, null],
    },
    {
      name: 'its own before an older one',
      rows: [row('a', 'orders', { at: 3 }), row('b', 'orders', { at: 7 })],
      its: 'b',
      says: ['b', 1, null],
    },
    {
      name: 'its own, whatever service that is of',
      rows: [row('a', null), row('b', 'orders', { at: 3 })],
      its: 'a',
      says: ['a', 1, null],
    },
    {
      name: 'its service before what dragged it down',
      rows: [row('a', 'db', { at: 1, affected: ['orders'] }), row('b', 'orders')],
      says: ['b', 1, null],
    },
    {
      name: 'what dragged it down',
      rows: [row('a', 'db', { affected: ['orders'] })],
      says: ['a', 0, null],
    },
    {
      name: 'the one that was resolved last where none is open',
      rows: [
        row('a', 'orders', { state: 'resolved', at: 3 }),
        row('b', 'orders', { state: 'resolved', at: 9 }),
        row('c', 'orders', { state: 'merged', at: 20 }),
      ],
      says: [null, 0, 'b'],
    },
    {
      name: 'none that was resolved where one is open',
      rows: [row('a', 'orders', { state: 'resolved' }), row('b', 'orders', { state: 'paused' })],
      says: ['b', 0, null],
    },
  ])('$name', ({ rows, its = null, says }) => {
    const { open, others, last } = ticketsOfAlert(rows, 'orders', its)
    expect([open?.id ?? null, others, last?.id ?? null]).toEqual(says)
  })

  it('are none of a service that is not known, but for its own', () => {
    const rows = [row('a', null), row('b', 'orders')]
    expect(ticketsOfAlert(rows, null, null)).toEqual({ open: null, others: 0, last: null })
    expect(ticketsOfAlert(rows, null, 'b').open?.id).toBe('b')
  })
})
