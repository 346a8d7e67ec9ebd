import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cycle, priorities, ticketWith } from '#src/domain/sla/testing/ticketWith.ts'
import type { ResolveCause } from '#src/domain/ticket/ticketEvent.ts'
import type { Cycle, Ticket } from '#src/domain/ticket/ticket.ts'
import { minutes } from '#src/domain/time/units.ts'
import { at, WEEK } from './testing/weekRig.ts'
import { weekTickets } from './weekTickets.ts'

const NOW = at(200)

function ticket(
  cycles: readonly Cycle[],
  cause: ResolveCause = 'incident',
  given: Partial<Ticket> = {},
): Ticket {
  const restoredAt = cycles.at(-1)?.restoredAt ?? null
  return ticketWith({
    priorities: priorities([cycles[0]?.start ?? 0, 1]),
    cycles,
    resolution: restoredAt === null ? null : { by: 'anna', at: restoredAt, restoredAt, note: '', cause },
    ...given,
  })
}

/** From an hour to another, acknowledged after so many minutes; null: still open. */
const run = (from: number, to: number | null, ack = 5): Cycle =>
  cycle(at(from), { ackAt: at(from) + minutes(ack), restoredAt: to === null ? null : at(to) })

const figures = (...tickets: readonly Ticket[]) => {
  const { figures: told, breaches, excluded } = weekTickets(tickets, WEEK, NOW)
  return {
    n: told.n,
    restored: told.trsNet.n,
    open: told.open.n,
    late: breaches.byTime,
    excluded: excluded.merged + excluded.falsePositives + excluded.drills,
  }
}

const NONE = { n: 0, restored: 0, open: 0, late: 0, excluded: 0 }

describe('the tickets of a week', () => {
  it.each<{ name: string; tickets: readonly Ticket[]; expected: Partial<typeof NONE> }>([
    { name: 'none', tickets: [], expected: {} },
    { name: 'opened and restored', tickets: [ticket([run(10, 10.5)])], expected: { n: 1, restored: 1 } },
    {
      name: 'opened before, restored within',
      tickets: [ticket([run(-0.2, 0.5)])],
      expected: { n: 1, restored: 1 },
    },
    { name: 'opened within, restored after', tickets: [ticket([run(167.9, 168.5)])], expected: { n: 1 } },
    { name: 'opened within, still open', tickets: [ticket([run(167.9, null)])], expected: { n: 1, open: 1 } },
    { name: 'over before', tickets: [ticket([run(-9, -8.5)])], expected: {} },
    { name: 'opened after', tickets: [ticket([run(168, 169)])], expected: {} },
    {
      name: 'its limit was broken',
      tickets: [ticket([run(10, 30)])],
      expected: { n: 1, restored: 1, late: 1 },
    },
    {
      name: 'the limit of an older one was broken',
      tickets: [ticket([run(-0.5, null, 5)])],
      expected: { late: 1 },
    },
    { name: 'a limit was broken before', tickets: [ticket([run(-40, 2)])], expected: { n: 1, restored: 1 } },
    {
      name: 'of two runs that which ended in it counts',
      tickets: [ticket([run(-40, -39), run(3, 3.5)])],
      expected: { n: 1, restored: 1 },
    },
    { name: 'a drill', tickets: [ticket([run(10, 30)], 'drill')], expected: { excluded: 1 } },
    { name: 'no incident', tickets: [ticket([run(10, 30)], 'false-positive')], expected: { excluded: 1 } },
    { name: 'a drill of another week', tickets: [ticket([run(-10, -9)], 'drill')], expected: {} },
    {
      name: 'merged into another',
      tickets: [ticket([run(10, 10.5)], 'incident', { mergedInto: 't2' })],
      expected: { excluded: 1 },
    },
  ])('$name', ({ tickets, expected }) => {
    expect(figures(...tickets)).toEqual({ ...NONE, ...expected })
  })

  it('takes times from what was restored in it', () => {
    const { figures: told } = weekTickets(
      [
        ticket([run(10, 11, 5)]),
        ticket([run(20, 23, 9)]),
        ticket([run(30, 31, 7)]),
        ticket([run(160, 170, 1)]),
      ],
      WEEK,
      NOW,
    )
    expect([told.tta.n, told.tta.median]).toEqual([3, minutes(7)])
    expect([told.trsNet.n, told.trsNet.median]).toEqual([3, minutes(60)])
  })

  it('is the same in whatever order they are, and weeks side by side count each restoration once', () => {
    const anyRun = fc
      .tuple(fc.integer({ min: -150, max: 320 }), fc.option(fc.integer({ min: 1, max: 90 })))
      .map(([from, took]) => ticket([run(from, took === null ? null : from + took)]))
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 6 }), (tickets) => {
        const now = at(500)
        const of = (from: number) => weekTickets(tickets, { from: at(from), to: at(from + 168) }, now)
        expect(weekTickets(tickets.toReversed(), WEEK, now)).toEqual(weekTickets(tickets, WEEK, now))
        const restored = [-168, 0, 168, 336].reduce((sum, from) => sum + of(from).figures.trsNet.n, 0)
        expect(restored).toBe(tickets.filter(({ resolution }) => resolution !== null).length)
      }),
      { numRuns: 40 },
    )
  })
})
