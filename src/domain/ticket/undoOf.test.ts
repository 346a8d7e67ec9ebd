import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decide } from './decide.ts'
import { foldBoard } from './foldBoard.ts'
import { parseEvent } from './parseEvent.ts'
import { stateAt } from './stateAt.ts'
import { anyLog } from './testing/anyEvents.ts'
import { after, openedWith, ticketOf } from './testing/events.ts'
import type { Ticket } from './ticket.ts'
import type { TicketCommand } from './ticketCommand.ts'
import { undoOf } from './undoOf.ts'

const boardOf = (...tickets: readonly Ticket[]) => foldBoard(new Map(tickets.map((one) => [one.id, one])))

const anyCommand: fc.Arbitrary<TicketCommand> = fc.constantFrom<TicketCommand>(
  { do: 'acknowledge' },
  { do: 'take' },
  { do: 'assign', to: 'boris' },
  { do: 'assign', to: null },
  { do: 'requalify', to: 1, reason: '' },
  { do: 'requalify', to: 4, reason: 'r' },
  { do: 'pause', reason: 'third-party', note: '', until: null },
  { do: 'resume' },
  { do: 'resolve', restoredAt: after(60), note: '', cause: 'incident' },
  { do: 'reopen', reason: '' },
  { do: 'merge', into: 't2' },
  { do: 'unmerge' },
  { do: 'edit', field: 'title', value: 'other' },
)

// A pause ends with a resolution, and does not begin again when that is taken back.
const shown = (ticket: Ticket, { do: deed }: TicketCommand) => ({
  assignee: ticket.assignee,
  priority: ticket.priority,
  title: ticket.title,
  project: ticket.project,
  mergedInto: ticket.mergedInto,
  isPaused: deed !== 'resolve' && stateAt(ticket, after(201)) === 'paused',
  isResolved: ticket.resolution !== null,
})

it('writes only what can be read, and what undoes it brings back what was', () => {
  const other = ticketOf(openedWith({}, { ticket: 't2' }))
  fc.assert(
    fc.property(anyLog, anyCommand, (log, command) => {
      const now = after(200)
      const own = ticketOf(...log)
      const before = boardOf(own, other).get('t1') ?? own
      let made = 0
      const act = (asked: TicketCommand, ticket: Ticket, later: number) =>
        decide(asked, ticket, {
          by: 'anna',
          now: now + later,
          newId: () => `new${made++}`,
          tickets: boardOf(ticket, other),
        })
      const first = act(command, before, 0)
      if (!first.ok) return
      for (const event of first.value) expect(parseEvent(event)).toEqual({ ok: true, value: event })
      const done = boardOf(ticketOf(...log, ...first.value), other).get('t1') ?? own
      const undo = undoOf(command, before)
      const second = undo === null ? null : act(undo, done, 1000)
      if (second === null || !second.ok) return
      const undone = boardOf(ticketOf(...log, ...first.value, ...second.value), other).get('t1') ?? own
      expect(shown(undone, command)).toEqual(shown(before, command))
    }),
    { numRuns: 200 },
  )
})
