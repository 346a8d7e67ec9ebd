import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Priority } from '#src/domain/sla/priority.ts'
import { cycle, pause, priorities, ticketWith } from '#src/domain/sla/testing/ticketWith.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { boardCounts } from './boardCounts.ts'
import { queueOf } from './queueOf.ts'
import type { Cycle, Ticket } from './ticket.ts'
import type { TicketRow } from './ticketRow.ts'
import { ticketRowOf } from './ticketRowOf.ts'

/** Monday, two o'clock in the afternoon in Paris. */
const NOW = Date.parse('2026-11-23T14:00+01:00')
const ago = (n: number): number => NOW - minutes(n)

/** The row of a ticket that was opened so many minutes ago. */
function row(
  id: string,
  priority: Priority,
  age: number,
  given: Partial<Cycle>,
  more: Partial<Ticket>,
): TicketRow {
  const ticket = ticketWith({
    id,
    priorities: priorities([ago(age), priority]),
    cycles: [cycle(ago(age), given)],
    ...more,
  })
  const context = {
    codeOf: (of: string) => of,
    sending: 'saved',
    signalUnknown: false,
    automatic: true,
  } as const
  return ticketRowOf(ticket, context, NOW)
}

const alone = (id: string, priority: Priority, age: number): TicketRow =>
  row(id, priority, age, {}, { state: 'new' })

/** Acknowledged at once. */
const taken = (id: string, priority: Priority, age: number): TicketRow =>
  row(id, priority, age, { ackAt: ago(age) }, { state: 'acknowledged' })

const paused = (id: string, priority: Priority, age: number, since: number): TicketRow =>
  row(id, priority, age, { ackAt: ago(age), pauses: [pause(ago(since), null)] }, { state: 'paused' })

const resolved = (id: string, since: number): TicketRow => {
  const at = ago(since)
  const resolution = { by: 'anna', at, restoredAt: at, note: '', cause: 'incident' } as const
  return row(id, 1, since + 600, { ackAt: at, restoredAt: at }, { state: 'resolved', resolution })
}

/** A late one of each kind stands before one in time; all ages in minutes. */
const BOARD: readonly TicketRow[] = [
  row('merged', 1, 99, {}, { state: 'merged', mergedInto: 'other' }),
  resolved('resolved yesterday', 24 * 60),
  resolved('resolved a day ago, almost', 24 * 60 - 1),
  resolved('resolved now', 1),
  paused('paused P3', 3, 100, 10),
  paused('paused P2', 2, 90, 10),
  taken('open P4', 4, 10),
  taken('open P3, due later', 3, 10),
  alone('open P3, due soon for nobody has it', 3, 5),
  taken('open P2', 2, 10),
  alone('at risk P3, a quarter of an hour left', 3, 105),
  taken('at risk P1, two hours left', 1, 120),
  taken('at risk P2, an hour left', 2, 420),
  alone('late P3, acknowledged by nobody', 3, 180),
  taken('late P2, by ten minutes', 2, 490),
  taken('late P2, by twenty', 2, 500),
  paused('late P2, by an hour before it was paused', 2, 600, 60),
  alone('alone P2, later', 2, 20),
  alone('alone P2, late', 2, 40),
  alone('alone P1', 1, 1),
]

const EXPECTED = {
  unacknowledged: ['alone P1', 'alone P2, late', 'alone P2, later'],
  breached: [
    'late P2, by an hour before it was paused',
    'late P2, by twenty',
    'late P2, by ten minutes',
    'late P3, acknowledged by nobody',
  ],
  'at-risk': [
    'at risk P3, a quarter of an hour left',
    'at risk P2, an hour left',
    'at risk P1, two hours left',
  ],
  open: ['open P2', 'open P3, due soon for nobody has it', 'open P3, due later', 'open P4'],
  paused: ['paused P2', 'paused P3'],
  resolved: ['resolved now', 'resolved a day ago, almost'],
}

const told = (rows: readonly TicketRow[]) =>
  Object.fromEntries(queueOf(rows, NOW).map(({ group, rows: own }) => [group, own.map(({ id }) => id)]))

describe('queueOf', () => {
  it('puts first what somebody must do first', () => {
    expect(told(BOARD)).toEqual(EXPECTED)
    expect(queueOf(BOARD, NOW).map(({ group }) => group)).toEqual(Object.keys(EXPECTED))
  })

  it('has the same order however the rows come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...BOARD]), (some) => {
        const ids = new Set(some.map(({ id }) => id))
        expect(queueOf(some, NOW)).toEqual(
          queueOf(BOARD, NOW)
            .map(({ group, rows }) => ({ group, rows: rows.filter(({ id }) => ids.has(id)) }))
            .filter(({ rows }) => rows.length > 0),
        )
      }),
    )
  })

  it('leaves equals in the order of their opening, then of their ids', () => {
    const equals = [taken('c', 5, 1), paused('b', 5, 10, 5), paused('a', 5, 10, 5), paused('z', 5, 20, 5)]
    expect(told(equals)).toEqual({ open: ['c'], paused: ['z', 'a', 'b'] })
  })

  it('is empty where nothing is to be shown', () => {
    expect(queueOf([], NOW)).toEqual([])
    expect(queueOf([resolved('long ago', 3000)], NOW)).toEqual([])
  })
})

describe('boardCounts', () => {
  it('counts what is open', () => {
    expect(boardCounts(BOARD, NOW)).toEqual({
      open: 16,
      byPriority: [2, 8, 5, 1, 0].map((count, i) => ({ priority: i + 1, count })),
      unacknowledged: 3,
      breached: 5,
      atRisk: 3,
      nextDue: NOW + minutes(10),
    })
  })

  it('has nothing that is due where all is over', () => {
    const over = { open: 0, unacknowledged: 0, breached: 0, atRisk: 0, nextDue: null }
    expect(boardCounts([resolved('resolved', 10)], NOW)).toMatchObject(over)
    expect(boardCounts([paused('paused', 3, hours(1) / minutes(1), 10)], NOW)).toMatchObject({
      open: 1,
      nextDue: null,
    })
  })
})
