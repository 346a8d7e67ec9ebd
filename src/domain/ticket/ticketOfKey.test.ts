import { describe, expect, it } from 'vitest'
import { foldBoard } from './foldBoard.ts'
import { after, eventOf, openedWith, ticketOf } from './testing/events.ts'
import type { TicketEvent } from './ticketEvent.ts'
import { ticketOfKey } from './ticketOfKey.ts'

const opened = (ticket: string, dedupKey: string): TicketEvent => openedWith({ dedupKey }, { ticket })
const joined = (ticket: string, key: string): TicketEvent =>
  eventOf('signal_added', { key, service: 'orders', title: 'x', since: after(1) }, { ticket, at: after(1) })
const resolved = (ticket: string, minute: number): TicketEvent =>
  eventOf(
    'resolved',
    { restoredAt: after(minute), note: '', cause: 'incident' },
    { ticket, at: after(minute) },
  )
const merged = (ticket: string, into: string): TicketEvent =>
  eventOf('merged_into', { into }, { ticket, at: after(2) })

describe('the ticket of a key', () => {
  it.each<{ name: string; logs: readonly (readonly TicketEvent[])[]; expected: string | null }>([
    { name: 'none', logs: [], expected: null },
    { name: 'none of another', logs: [[opened('a', 'other')]], expected: null },
    { name: 'what it opened', logs: [[opened('a', 'other')], [opened('b', 'key')]], expected: 'b' },
    { name: 'what it joined', logs: [[opened('a', 'other'), joined('a', 'key')]], expected: 'a' },
    {
      name: 'the open one before one that is over',
      logs: [[opened('a', 'key')], [opened('b', 'key'), resolved('b', 9)]],
      expected: 'a',
    },
    {
      name: 'of those that are over the last',
      logs: [
        [opened('a', 'key'), resolved('a', 9)],
        [opened('b', 'key'), resolved('b', 5)],
      ],
      expected: 'a',
    },
    {
      name: 'what goes on for the one that was merged',
      logs: [[opened('a', 'key'), merged('a', 'b')], [opened('b', 'other')]],
      expected: 'b',
    },
  ])('$name', ({ logs, expected }) => {
    const alone = new Map(logs.map((log) => [log[0]?.ticket ?? '', ticketOf(...log)]))
    expect(ticketOfKey(foldBoard(alone), 'key')?.id ?? null).toBe(expected)
  })
})
