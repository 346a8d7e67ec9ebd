import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Priority } from '#src/domain/sla/priority.ts'
import { cycle, pause, priorities, ticketWith } from '#src/domain/sla/testing/ticketWith.ts'
import { ack, assign, green, pause as pauseDeed, reopen, requalify, resolve } from '#src/domain/ticket/testing/deeds.ts'
import { after, eventOf, NOW, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import { monthOf } from './monthOf.ts'
import { spreadOf } from './spreadOf.ts'
import { statisticsOf } from './statisticsOf.ts'
import type { TicketFigures } from './ticketStatistics.ts'

const LATER = NOW + days(40)

function figuresOf(...tickets: readonly Ticket[]): TicketFigures {
  const [all] = statisticsOf(tickets, 'Europe/Paris', LATER).rows
  if (all === undefined) throw new Error('no ticket is counted')
  return all.figures
}

/** Restored by itself: nobody did anything. */
const byItself = (minute: number) => ticketOf(green(minute), resolve(minute, minute, 'auto'))

describe('spreadOf', () => {
  it.each([
    [0, { n: 0, median: null, mean: null, p90: null, p95: null, longest: null }],
    [1, { n: 1, median: 1, mean: 1, p90: null, p95: null, longest: 1 }],
    [4, { n: 4, median: 2, mean: 2.5, p90: null, p95: null, longest: 4 }],
    [9, { n: 9, median: 5, mean: 5, p90: null, p95: null, longest: 9 }],
    [10, { n: 10, median: 5, mean: 5.5, p90: 9, p95: null, longest: 10 }],
    [19, { n: 19, median: 10, mean: 10, p90: 18, p95: null, longest: 19 }],
    [20, { n: 20, median: 10, mean: 10.5, p90: 18, p95: 19, longest: 20 }],
    [100, { n: 100, median: 50, mean: 50.5, p90: 90, p95: 95, longest: 100 }],
  ])('of 1 to %i, in any order', (n, expected) => {
    const values = Array.from({ length: n }, (_, i) => ((i * 7919) % n) + 1)
    // 7919 is a prime: every value comes once.
    expect(spreadOf(values)).toEqual(expected)
  })
})

describe('monthOf', () => {
  it.each([
    ['2026-11-21T18:00:00Z', 'Europe/Paris', '2026-11'],
    ['2026-10-31T23:30:00Z', 'Europe/Paris', '2026-11'],
    ['2026-10-31T23:30:00Z', 'America/New_York', '2026-10'],
    ['2025-12-31T23:00:00Z', 'Europe/Paris', '2026-01'],
  ])('of %s in %s is %s', (at, zone, expected) => {
    expect(monthOf(parseTimestamp(at) ?? 0, zone)).toBe(expected)
  })
})

const none = { kept: 0, of: 0, byRequalification: 0 }
const kept = { kept: 1, of: 1, byRequalification: 0 }
const missed = { kept: 0, of: 1, byRequalification: 0 }

describe('a P2 (30 min to acknowledge, 8 h to restore, day and night)', () => {
  const rows: readonly { name: string; ticket: Ticket; expected: Partial<TicketFigures> }[] = [
    {
      name: 'in time',
      ticket: ticketOf(ack(10), resolve(60)),
      expected: { ttaKept: kept, trsKept: kept, breaches: { byTime: 0, byRequalification: 0 } },
    },
    {
      name: 'acknowledged too late',
      ticket: ticketOf(ack(31), resolve(60)),
      expected: { ttaKept: missed, trsKept: kept, breaches: { byTime: 1, byRequalification: 0 } },
    },
    {
      name: 'restored too late',
      ticket: ticketOf(ack(10), resolve(481)),
      expected: { ttaKept: kept, trsKept: missed, breaches: { byTime: 1, byRequalification: 0 } },
    },
    {
      name: 'in time by a pause',
      ticket: ticketOf(ack(10), pauseDeed(20, 80), resolve(500)),
      expected: { trsKept: kept },
    },
    {
      name: 'well again before anybody acknowledged it, in time: neither kept nor missed',
      ticket: byItself(20),
      expected: { ttaKept: none, trsKept: kept, neverAcknowledged: 1 },
    },
    {
      name: 'well again before anybody acknowledged it, too late: missed, without a time',
      ticket: byItself(90),
      expected: { ttaKept: missed, trsKept: kept, neverAcknowledged: 1 },
    },
    {
      name: 'raised to P1 after more than its 4 hours: counted apart',
      ticket: ticketOf(ack(10), requalify(1, 300), resolve(310)),
      expected: {
        ttaKept: kept,
        trsKept: { kept: 0, of: 0, byRequalification: 1 },
        breaches: { byTime: 0, byRequalification: 1 },
      },
    },
    {
      name: 'raised to P1 in time, and restored after its 4 hours',
      ticket: ticketOf(ack(10), requalify(1, 200), resolve(250)),
      expected: { trsKept: missed, breaches: { byTime: 1, byRequalification: 0 } },
    },
    {
      name: 'lowered after it was too late: missed all the same',
      ticket: ticketOf(ack(10), requalify(3, 490), resolve(500)),
      expected: { trsKept: missed },
    },
  ]
  it.each(rows)('$name', ({ ticket, expected }) => {
    expect(figuresOf(ticket)).toMatchObject({ n: 1, ...expected })
  })

  it('says how long it took, net of what was well in between and of pauses', () => {
    // Reopened ten minutes after it was closed: the same run, well from 60 to 70.
    const ticket = ticketOf(ack(10), resolve(60), reopen(70), pauseDeed(80, 100), resolve(130, 120, 'anna', 'x'))
    const { tta, trsNet, trsGross, reopened } = figuresOf(ticket)
    expect(tta.median).toBe(minutes(10))
    expect(trsGross.median).toBe(minutes(120))
    expect(trsNet.median).toBe(minutes(120 - 10 - 20))
    expect(reopened).toEqual({ n: 1, of: 1 })
  })

  it('that was closed and opened again much later has run twice', () => {
    const again = ticketOf(ack(10), resolve(60), reopen(300), assign('anna', 320), resolve(400))
    const figures = figuresOf(again)
    expect(figures).toMatchObject({ n: 1, ttaKept: { kept: 2, of: 2 }, reopened: { n: 1, of: 1 } })
    expect([figures.tta.n, figures.tta.longest, figures.trsNet.longest]).toEqual([2, minutes(20), minutes(100)])
    const open = figuresOf(ticketOf(ack(10), resolve(60), reopen(300)))
    expect(open).toMatchObject({ n: 1, ttaKept: kept, trsNet: { n: 1 }, open: { n: 1, oldest: NOW, breached: 1 } })
  })
})

it('keeps what is open beside the figures, acknowledged or not', () => {
  const open = ticketOf(openedWith({ openedAt: after(-60) }), ack(10))
  const figures = figuresOf(open, ticketOf(ack(10), resolve(60)))
  expect(figures).toMatchObject({
    n: 2,
    tta: { n: 1, longest: minutes(10) },
    ttaKept: kept,
    breaches: { byTime: 0 },
    open: { n: 1, oldest: after(-60), breached: 1 },
  })
})

it('counts working time where the priority goes by it, and all of it by the wall', () => {
  // Friday 16:30 in Paris to Monday 10:00: an hour and a half, and an hour.
  const friday = parseTimestamp('2026-11-20T15:30:00Z') ?? 0
  const monday = parseTimestamp('2026-11-23T09:00:00Z') ?? 0
  const ticket = ticketWith({
    priorities: priorities([friday, 3]),
    cycles: [cycle(friday, { ackAt: monday, restoredAt: monday, pauses: [pause(0, 1)] })],
    resolution: { by: 'anna', at: monday, restoredAt: monday, note: '', cause: 'incident' },
  })
  const { tta, trsNet, trsGross } = figuresOf(ticket)
  expect([tta.median, trsNet.median, trsGross.median]).toEqual([hours(2.5), hours(2.5), monday - friday])
})

it('leaves out what was merged, what was no incident and drills, and says how many', () => {
  const ended = (cause: 'false-positive' | 'drill') =>
    ticketOf(ack(10), eventOf('resolved', { restoredAt: after(20), note: '', cause }, { at: after(20) }))
  const merged = ticketOf(ack(10), eventOf('merged_into', { into: 't2' }, { at: after(12) }))
  const statistics = statisticsOf([ended('drill'), ended('false-positive'), merged], 'Europe/Paris', LATER)
  expect(statistics.excluded).toEqual({ merged: 1, falsePositives: 1, drills: 1 })
  expect([statistics.rows, statistics.byProject]).toEqual([[], []])
})

it('has a line for each month, priority and project: all first, then the newest month, P1 before P2', () => {
  const at = (text: string, priority: Priority, project: string | null): Ticket => {
    const start = parseTimestamp(text) ?? 0
    return ticketWith({ project, openedAt: start, priorities: priorities([start, priority]), cycles: [cycle(start)] })
  }
  const tickets = [
    at('2026-10-31T12:00:00Z', 2, 'web'),
    at('2026-10-31T23:30:00Z', 1, null),
    at('2026-11-02T12:00:00Z', 2, 'api'),
  ]
  const { rows, byProject } = statisticsOf(tickets, 'Europe/Paris', LATER)
  expect(rows.map(({ month, priority, figures }) => [month, priority, figures.n])).toEqual([
    [null, null, 3],
    [null, 1, 1],
    [null, 2, 2],
    ['2026-11', null, 2],
    ['2026-11', 1, 1],
    ['2026-11', 2, 1],
    ['2026-10', null, 1],
    ['2026-10', 2, 1],
  ])
  expect(byProject.filter(({ month, priority }) => month === null && priority === null)).toMatchObject([
    { project: 'api' },
    { project: 'web' },
    { project: null },
  ])
})

it('takes a zone that this browser does not know for UTC', () => {
  expect(statisticsOf([], 'Mars/Olympus_Mons', LATER).timeZone).toBe('UTC')
})

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
      priorities: priorities([from, priority], ...(raisedTo === null ? [] : [[from + hours(5), raisedTo] as const])),
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
        expect(statisticsOf(others, 'Europe/Paris', LATER)).toEqual(statisticsOf(tickets, 'Europe/Paris', LATER))
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
