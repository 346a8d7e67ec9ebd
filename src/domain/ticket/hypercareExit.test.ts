import { describe, expect, it } from 'vitest'
import { days } from '#src/domain/time/units.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { hypercareExit } from './hypercareExit.ts'
import { eventOf, NOW, openedWith, ticketOf } from './testing/events.ts'
import type { Ticket } from './ticket.ts'
import type { ResolveCause, TicketEvent } from './ticketEvent.ts'

const FROM = NOW - days(20)
const HYPERCARE = { service: null, team: 'shop', from: FROM, to: NOW + days(1), reason: 'release 4' }
const { services } = fleetOf({
  orders: { pods: 1, team: 'shop', links: { runbook: 'https://wiki/orders' } },
  stock: { pods: 1, team: 'shop' },
  mail: { pods: 1, team: 'office' },
})

type Kept = { readonly service?: string; readonly priority?: 1 | 2 | 3; readonly cause?: ResolveCause }

/** A ticket of so many days ago, restored so many days ago unless that is null. */
function ticket(
  opened: number,
  restored: number | null,
  { service = 'orders', priority = 2, cause = 'incident' }: Kept = {},
): Ticket {
  const openedAt = NOW - days(opened)
  const restoredAt = NOW - days(restored ?? 0)
  const resolved: readonly TicketEvent[] =
    restored === null ? [] : [eventOf('resolved', { restoredAt, note: '', cause }, { at: restoredAt })]
  return ticketOf(openedWith({ openedAt, service, priority }), ...resolved)
}

const point = (kind: string, tickets: readonly Ticket[]) =>
  hypercareExit(HYPERCARE, services, tickets, NOW).find((one) => one.kind === kind)

/** Old enough to know what was usual. */
const OLD = ticket(60, 59, { service: 'mail' })

describe('whether hypercare may end', () => {
  it.each<{ name: string; tickets: readonly Ticket[]; expected: object }>([
    { name: 'no ticket at all', tickets: [], expected: { kind: 'none-urgent', met: true, open: 0 } },
    {
      name: 'an open P2',
      tickets: [ticket(1, null)],
      expected: { kind: 'none-urgent', met: false, open: 1 },
    },
    {
      name: 'an open P3, or one of another team',
      tickets: [ticket(1, null, { priority: 3 }), ticket(1, null, { service: 'mail' })],
      expected: { kind: 'none-urgent', met: true, open: 0 },
    },
    { name: 'no P1 or P2 since it began', tickets: [], expected: { kind: 'quiet', met: true, since: FROM } },
    {
      name: 'one that is open',
      tickets: [ticket(9, null)],
      expected: { kind: 'quiet', met: false, since: null },
    },
    {
      name: 'one just five days ago',
      tickets: [ticket(6, 5)],
      expected: { kind: 'quiet', met: true, since: NOW - days(5) },
    },
    {
      name: 'one less than five days ago',
      tickets: [ticket(6, 4.99)],
      expected: { kind: 'quiet', met: false, since: NOW - days(4.99) },
    },
    {
      name: 'a drill',
      tickets: [ticket(6, 1, { cause: 'drill' })],
      expected: { kind: 'quiet', met: true, since: FROM },
    },
    {
      name: 'a board too young to know what is usual',
      tickets: [ticket(3, 2)],
      expected: { kind: 'inflow', met: null, lastWeek: 1, usualWeek: null },
    },
    {
      name: 'no more than usual',
      tickets: [OLD, ticket(3, 2), ...[21, 25, 30, 40].map((day) => ticket(day, day - 1))],
      expected: { kind: 'inflow', met: true, lastWeek: 1, usualWeek: 1 },
    },
    {
      name: 'more than usual',
      tickets: [OLD, ticket(3, 2), ticket(21, 20)],
      expected: { kind: 'inflow', met: false, lastWeek: 1, usualWeek: 0.25 },
    },
    {
      name: 'a service without a runbook',
      tickets: [],
      expected: { kind: 'runbooks', met: false, missing: ['stock'] },
    },
    { name: 'what people say to each other', tickets: [], expected: { kind: 'owner', met: null } },
  ])('$name', ({ tickets, expected }) => {
    expect(point('kind' in expected ? String(expected.kind) : '', tickets)).toMatchObject(expected)
  })

  it('of a single service looks at that one alone', () => {
    const own = { ...HYPERCARE, team: null, service: 'orders' }
    const points = hypercareExit(own, services, [ticket(1, null, { service: 'stock' })], NOW)
    expect(points.map(({ met }) => met)).toEqual([true, true, null, true, null])
  })
})
