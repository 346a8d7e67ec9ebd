import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Priority } from '#src/domain/sla/priority.ts'
import { cycle, priorities, ticketWith } from '#src/domain/sla/testing/ticketWith.ts'
import { NOW } from '#src/domain/ticket/testing/events.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { statisticsOf } from './statisticsOf.ts'

const LATER = NOW + days(40)

const anyTicket: fc.Arbitrary<Ticket> = fc
  .record({
    start: fc.integer({ min: 0, max: 60 }),
    priority: fc.constantFrom<Priority>(1, 2, 3, 4, 5),
    raisedTo: fc.option(fc.constantFrom<Priority>(1, 2)),
    project: fc.constantFrom(null, 'web', 'api'),
    ackAfter: fc.option(fc.integer({ min: 0, max: 3000 })),
    restoredAfter: fc.option(fc.integer({ min: 1, max: 9000 })),
    merged: fc.constantFrom(false, false, false, true),
    cause: fc.constantFrom('incident', 'incident', 'drill', 'false-positive'),
  })
  .map(({ start, priority, raisedTo, project, ackAfter, restoredAfter, merged, cause }) => {
    const from = NOW - days(start)
    const restoredAt = restoredAfter === null ? null : from + minutes(restoredAfter)
    const ackAt = ackAfter === null ? null : Math.min(from + minutes(ackAfter), restoredAt ?? Infinity)
    return ticketWith({
      project,
      openedAt: from,
      priorities: priorities(
        [from, priority],
        ...(raisedTo === null ? [] : [[from + hours(5), raisedTo] as const]),
      ),
      cycles: [cycle(from, { ackAt, restoredAt })],
      mergedInto: merged ? 't2' : null,
      resolution: restoredAt === null ? null : { by: 'a', at: restoredAt, restoredAt, note: '', cause },
    })
  })

describe('of any tickets', () => {
  it('nothing depends on their order', () => {
    const shuffled = fc
      .array(anyTicket, { maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(
      fc.property(shuffled, ([tickets, others]) => {
        expect(statisticsOf(others, 'Europe/Paris', LATER)).toEqual(
          statisticsOf(tickets, 'Europe/Paris', LATER),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('all numbers add up', () => {
    fc.assert(
      fc.property(fc.array(anyTicket, { minLength: 1, maxLength: 12 }), (tickets) => {
        const { rows, byProject, excluded } = statisticsOf(tickets, 'Europe/Paris', LATER)
        const sumOf = (some: typeof rows): number => some.reduce((sum, { figures }) => sum + figures.n, 0)
        const { merged, falsePositives, drills } = excluded
        const counted = tickets.length - merged - falsePositives - drills
        const ofAll = (row: (typeof rows)[number]): boolean => row.month === null && row.priority === null
        expect(sumOf(rows.filter(ofAll))).toBe(counted)
        expect(sumOf(rows.filter(({ month, priority }) => month !== null && priority !== null))).toBe(counted)
        expect(sumOf(byProject.filter(ofAll))).toBe(counted)
        for (const { figures } of rows) {
          const { n, tta, trsNet, trsGross, neverAcknowledged, open, trsKept } = figures
          expect(tta.n + neverAcknowledged).toBe(trsNet.n)
          expect(trsGross.n).toBe(trsNet.n)
          expect(trsNet.n + open.n).toBe(n)
          expect(trsKept.of + trsKept.byRequalification).toBe(trsNet.n)
          expect(trsNet.longest ?? 0).toBeLessThanOrEqual(trsGross.longest ?? 0)
        }
      }),
      { numRuns: 60 },
    )
  })
})
