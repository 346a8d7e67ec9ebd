import { describe, expect, it } from 'vitest'
import type { Priority } from '#src/domain/sla/priority.ts'
import type { TicketState } from '#src/domain/ticket/ticket.ts'
import type { TicketSource } from '#src/domain/ticket/ticketEvent.ts'
import { ticketsOfAlert } from './ticketsOfAlert.ts'

type Told = {
  readonly state?: TicketState
  readonly at?: number
  readonly affected?: readonly string[]
  readonly source?: TicketSource
  readonly priority?: Priority
}

/** A P2 that the watch opened at 5, called after its id, new and, where it is over, resolved a moment later. */
const row = (
  id: string,
  service: string | null,
  { state = 'new', at = 5, affected = [], source = 'check', priority = 2 }: Told = {},
) => ({
  id,
  service,
  affected,
  source,
  title: id,
  priority,
  state,
  openedAt: at,
  resolvedAt: state === 'resolved' ? at + 1 : null,
})

type Row = {
  readonly name: string
  readonly rows: readonly ReturnType<typeof row>[]
  readonly its?: string
  readonly says: readonly [open: string | null, others: string, last: string | null]
}

describe('the tickets of an alert on orders', () => {
  it.each<Row>([
    { name: 'none', rows: [], says: [null, '', null] },
    { name: 'only of others', rows: [row('a', 'mail'), row('b', null)], says: [null, '', null] },
    {
      name: 'the most urgent of its service first, then the oldest',
      rows: [
        row('d', 'orders', { at: 1, priority: 4 }),
        row('b', 'orders', { at: 7 }),
        row('a', 'orders', { at: 3 }),
        row('c', 'mail', { at: 1 }),
      ],
      says: ['a', 'b d', null],
    },
    {
      name: 'none that a person, a link or another alert opened for something else',
      rows: [
        row('a', 'orders', { source: 'hand', at: 3 }),
        row('b', 'orders', { source: 'alertmanager', at: 1 }),
        row('c', 'orders', { source: 'link', priority: 1 }),
      ],
      says: [null, 'c b a', null],
    },
    {
      name: 'what the watch opened before something else that is older and more urgent',
      rows: [row('a', 'orders', { source: 'hand', at: 1, priority: 1 }), row('b', 'orders', { at: 9 })],
      says: ['b', 'a', null],
    },
    {
      name: 'one that is called the same, whoever opened it',
      rows: [row('late', 'orders', { source: 'alertmanager' })],
      says: ['late', '', null],
    },
    {
      name: 'its own that was resolved before one that was resolved later',
      rows: [
        row('a', 'orders', { state: 'resolved', at: 3 }),
        row('b', 'orders', { state: 'resolved', at: 9 }),
      ],
      its: 'a',
      says: [null, '', 'a'],
    },
    {
      name: 'its own before an older one',
      rows: [row('a', 'orders', { at: 3 }), row('b', 'orders', { at: 7 })],
      its: 'b',
      says: ['b', 'a', null],
    },
    {
      name: 'its own, whatever service that is of',
      rows: [row('a', null), row('b', 'orders', { at: 3 })],
      its: 'a',
      says: ['a', 'b', null],
    },
    {
      name: 'its service before what dragged it down',
      rows: [row('a', 'db', { at: 1, affected: ['orders'] }), row('b', 'orders')],
      says: ['b', 'a', null],
    },
    {
      name: 'what dragged it down',
      rows: [row('a', 'db', { affected: ['orders'] })],
      says: ['a', '', null],
    },
    {
      name: 'the one that was resolved last where none is open',
      rows: [
        row('a', 'orders', { state: 'resolved', at: 3 }),
        row('b', 'orders', { state: 'resolved', at: 9 }),
        row('c', 'orders', { state: 'merged', at: 20 }),
      ],
      says: [null, '', 'b'],
    },
    {
      name: 'none that was resolved where one is open',
      rows: [row('a', 'orders', { state: 'resolved' }), row('b', 'orders', { state: 'paused' })],
      says: ['b', '', null],
    },
  ])('$name', ({ rows, its = null, says }) => {
    const { open, others, last } = ticketsOfAlert(rows, { service: 'orders', title: 'late', its })
    expect([open?.id ?? null, others.map(({ id }) => id).join(' '), last?.id ?? null]).toEqual(says)
  })

  it('are none of a service that is not known, but for its own', () => {
    const rows = [row('a', null), row('b', 'orders')]
    const alert = { service: null, title: 'late', its: null }
    expect(ticketsOfAlert(rows, alert)).toEqual({ open: null, others: [], last: null })
    expect(ticketsOfAlert(rows, { ...alert, its: 'b' }).open?.id).toBe('b')
  })
})
