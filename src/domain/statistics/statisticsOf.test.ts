import { describe, expect, it } from 'vitest'
import type { Priority } from '#src/domain/sla/priority.ts'
import { cycle, pause, priorities, ticketWith } from '#src/domain/sla/testing/ticketWith.ts'
import {
  ack,
  assign,
  green,
  pause as pauseDeed,
  reopen,
  requalify,
  resolve,
} from '#src/domain/ticket/testing/deeds.ts'
import { after, eventOf, NOW, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
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
    const ticket = ticketOf(
      ack(10),
      resolve(60),
      reopen(70),
      pauseDeed(80, 100),
      resolve(130, 120, 'anna', 'x'),
    )
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
    expect([figures.tta.n, figures.tta.longest, figures.trsNet.longest]).toEqual([
      2,
      minutes(20),
      minutes(100),
    ])
    const open = figuresOf(ticketOf(ack(10), resolve(60), reopen(300)))
    expect(open).toMatchObject({
      n: 1,
      ttaKept: kept,
      trsNet: { n: 1 },
      open: { n: 1, oldest: NOW, breached: 1 },
    })
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

const ended = (cause: 'false-positive' | 'drill') =>
  ticketOf(ack(10), eventOf('resolved', { restoredAt: after(20), note: '', cause }, { at: after(20) }))

it('leaves out what was merged, what was no incident and drills, and says how many', () => {
  const merged = ticketOf(ack(10), eventOf('merged_into', { into: 't2' }, { at: after(12) }))
  const statistics = statisticsOf([ended('drill'), ended('false-positive'), merged], 'Europe/Paris', LATER)
  expect(statistics.excluded).toEqual({ merged: 1, falsePositives: 1, drills: 1 })
  expect([statistics.rows, statistics.byProject]).toEqual([[], []])
})

/** Open since a moment. */
const openSince = (text: string, priority: Priority, project: string | null): Ticket => {
  const start = parseTimestamp(text) ?? 0
  return ticketWith({
    project,
    openedAt: start,
    priorities: priorities([start, priority]),
    cycles: [cycle(start)],
  })
}

it('has a line for each month, priority and project: all first, then the newest month, P1 before P2', () => {
  const tickets = [
    openSince('2026-10-31T12:00:00Z', 2, 'web'),
    openSince('2026-10-31T23:30:00Z', 1, null),
    openSince('2026-11-02T12:00:00Z', 2, 'api'),
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
