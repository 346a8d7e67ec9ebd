import { expect, it } from 'vitest'
import { stateAt } from './stateAt.ts'
import { green, pause, red, reopen, resolve } from './testing/deeds.ts'
import { after, eventOf, NOW, ticketOf } from './testing/events.ts'

const at = (minute: number) => ({ at: after(minute) })

it('keeps all pauses that overlap, and ends them together', () => {
  const ticket = ticketOf(pause(10), pause(12, null, 'boris'), eventOf('resumed', {}, at(20)))
  expect(ticket.cycles[0]?.pauses.map(({ from, to, by }) => [from, to, by])).toEqual([
    [after(10), after(20), 'anna'],
    [after(12), after(20), 'boris'],
  ])
  expect(ticket.state).toBe('acknowledged')
})

it('ends a pause by itself, as soon as anybody asks', () => {
  const ticket = ticketOf(pause(10, 30))
  expect([stateAt(ticket, after(29)), stateAt(ticket, after(30))]).toEqual(['paused', 'acknowledged'])
  const later = ticketOf(pause(10, 30), eventOf('commented', { text: 'still there' }, at(60)))
  expect(later).toMatchObject({ state: 'acknowledged', cycles: [{ pauses: [{ to: after(30) }] }] })
})

it('ends a pause when it is resolved, and takes none afterwards', () => {
  const ticket = ticketOf(pause(10), resolve(20), pause(21, null, 'boris'))
  expect(ticket.state).toBe('resolved')
  expect(ticket.cycles[0]?.pauses).toMatchObject([{ to: after(20) }])
})

it.each([
  { name: 'when it was said to be', restored: 5, expected: after(5) },
  { name: 'not before it was opened', restored: -5, expected: NOW },
  { name: 'not later than it was said', restored: 25, expected: after(20) },
])('is restored $name', ({ restored, expected }) => {
  expect(ticketOf(resolve(20, restored)).resolution).toMatchObject({ restoredAt: expected, at: after(20) })
})

it('goes by what a person said of what had resolved itself', () => {
  const byItself = resolve(10, 5, 'auto')
  const ticket = ticketOf(green(5), byItself, resolve(12, 3))
  expect(ticket).toMatchObject({ ack: null, resolution: { by: 'anna', restoredAt: after(3) } })
  expect(ticketOf(green(5), resolve(9, 3), byItself).resolution).toMatchObject({ by: 'anna' })
})

it('opens in a new run what is reopened long after it was closed, and in the same one before', () => {
  expect(ticketOf(resolve(10, 5), reopen(20))).toMatchObject({
    state: 'acknowledged',
    cycles: [{ restoredAt: null, reopens: 1, wellAgain: [{ from: after(10), to: after(20) }] }],
  })
  expect(ticketOf(resolve(10), reopen(41))).toMatchObject({
    state: 'new',
    ack: null,
    cycles: [
      { restoredAt: after(10), ackAt: after(10) },
      { start: after(41), restoredAt: null, ackAt: null },
    ],
  })
})

it('does not resolve itself after it was reopened by hand, until a signal comes and goes', () => {
  const reopened = [green(5), resolve(10, 5, 'auto'), reopen(12)]
  expect(ticketOf(...reopened).wellSince).toBeNull()
  expect(ticketOf(...reopened, red(13), green(14)).wellSince).toBe(after(14))
})
