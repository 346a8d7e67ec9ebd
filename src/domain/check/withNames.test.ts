import { expect, it } from 'vitest'
import { after, eventOf, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import { ticketRowOf } from '#src/domain/ticket/ticketRowOf.ts'
import { withNames } from './withNames.ts'

const CONTEXT = {
  codeOf: (id: string) => id,
  sending: 'saved',
  signalUnknown: false,
  automatic: true,
} as const

const acknowledgedBy = (actor: string) =>
  ticketOf(openedWith(), eventOf('acknowledged', {}, { id: 'a1', at: after(10), actor }))

it.each([
  { name: 'a token of a known name', actor: 'Anna-Muller', expected: 'Anna Müller' },
  { name: 'somebody who is not known', actor: 'Zoe', expected: 'Zoe' },
])('$name is told as $expected', ({ actor, expected }) => {
  const ticket = acknowledgedBy(actor)
  const told = withNames({ row: ticketRowOf(ticket, CONTEXT, after(20)), deeds: ticket.timeline }, [
    'Boris Ivanov',
    'Anna Müller',
  ])
  expect(told.row.ack?.by).toBe(expected)
  expect(told.deeds.map(({ event }) => event.actor)).toContain(expected)
  expect(told.deeds[0]?.event.actor).toBe(ticket.timeline[0]?.event.actor)
})
