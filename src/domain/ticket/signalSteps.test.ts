import { expect, it } from 'vitest'
import { green, red, resolve } from './testing/deeds.ts'
import { after, NOW, POLICY, ticketOf } from './testing/events.ts'
import type { TicketEvent } from './ticketEvent.ts'

const stateOf = (...events: TicketEvent[]) => ticketOf(...events).state

it('is well since the last of its signals is', () => {
  expect(ticketOf(red(1, 'check|cart'), green(3)).wellSince).toBeNull()
  expect(ticketOf(red(1, 'check|cart'), green(3), green(4, 'check|cart')).wellSince).toBe(after(4))
  expect(ticketOf(green(3), green(5)).wellSince).toBe(after(3))
  expect(ticketOf(green(3), red(4)).wellSince).toBeNull()
  expect(ticketOf(green(3), resolve(8, 3, 'auto')).wellSince).toBeNull()
})

it('goes on when it is red again soon: what was well in between is told', () => {
  const ticket = ticketOf(green(10), resolve(15, 10, 'auto'), red(20))
  expect(ticket).toMatchObject({
    state: 'new',
    resolution: null,
    cycles: [{ start: NOW, restoredAt: null, reopens: 1, wellAgain: [{ from: after(10), to: after(20) }] }],
    flapping: null,
  })
})

it.each([
  { name: 'at the end of the window', minute: 40, expected: 'new' },
  { name: 'after it', minute: 41, expected: 'resolved' },
])('red again $name', ({ minute, expected }) => {
  expect(POLICY.reopenWindow).toBe(30 * 60_000)
  expect(stateOf(green(10), resolve(15, 10, 'auto'), red(minute))).toBe(expected)
})

it.each<{ name: string; events: TicketEvent[]; expected: string }>([
  { name: 'knowing of what goes on', events: [resolve(9, 9, 'anna')], expected: 'resolved' },
  {
    name: 'knowing of what had joined',
    events: [red(5, 'check|cart'), resolve(9, 9, 'anna', 'red-10-5')],
    expected: 'resolved',
  },
  {
    name: 'not knowing of what had joined',
    events: [red(5, 'check|cart'), resolve(9, 9, 'anna')],
    expected: 'acknowledged',
  },
  {
    name: 'before something joined',
    events: [resolve(9, 9, 'anna'), red(10, 'check|cart')],
    expected: 'acknowledged',
  },
  {
    name: 'and told once more of the same',
    events: [resolve(9, 9, 'anna'), red(10, 'check|orders', 0)],
    expected: 'resolved',
  },
  { name: 'and it came back', events: [green(8), resolve(9, 8, 'anna'), red(10)], expected: 'acknowledged' },
  {
    name: 'by itself, not knowing of what had joined',
    events: [green(3), red(5, 'check|cart'), resolve(8, 3, 'auto')],
    expected: 'new',
  },
  {
    name: 'by itself, in the same millisecond as it was well',
    events: [green(8), resolve(8, 8, 'auto')],
    expected: 'resolved',
  },
])('resolved $name', ({ events, expected }) => {
  expect(stateOf(...events)).toBe(expected)
})

const comeback = (minute: number) => [green(minute), resolve(minute + 5, minute, 'auto'), red(minute + 6)]

it('flaps from the third time within an hour on, and does not resolve itself then', () => {
  expect(ticketOf(...comeback(0), ...comeback(10)).flapping).toBeNull()
  const flapping = [...comeback(0), ...comeback(10), ...comeback(20)]
  expect(ticketOf(...flapping)).toMatchObject({ flapping: 3, state: 'new' })
  expect(ticketOf(...flapping, green(30), resolve(35, 30, 'auto'))).toMatchObject({
    flapping: 3,
    state: 'new',
  })
  expect(ticketOf(...flapping, green(30), red(31)).flapping).toBe(4)
  expect(ticketOf(...flapping, green(30), resolve(40, 30, 'anna', 'green-12-30'))).toMatchObject({
    flapping: null,
    state: 'resolved',
  })
})

it('does not flap when it comes back three times in more than an hour', () => {
  expect(ticketOf(...comeback(0), ...comeback(25), ...comeback(61)).flapping).toBeNull()
})

it('believes no clock that says it began later than it was told', () => {
  const ticket = ticketOf(green(1), red(3, 'check|orders', 20))
  expect(ticket.signals).toMatchObject([{ since: after(3), clearedAt: null }])
})
