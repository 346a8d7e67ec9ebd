import { describe, expect, it } from 'vitest'
import type { FleetStrip } from '#src/domain/digest/digestRow.ts'
import type { ClockFace, ClockName } from '#src/domain/sla/clockFace.ts'
import { plainFace, plainRow } from '#src/domain/ticket/testing/plainRow.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { isOldSight, wallAge, wallHealth, type WallSight, wallTickets } from './wallStrip.ts'

const NOW = 1_732_176_000_000

const stripOf = (own: Partial<FleetStrip> = {}): FleetStrip => ({
  title: 'Shop',
  light: 'green',
  counts: { green: 2, orange: 0, red: 0, unknown: 0 },
  podCount: 6,
  blind: null,
  looking: null,
  judgingPast: false,
  observedAt: NOW - seconds(4),
  ...own,
})

const live = (own: Partial<WallSight> = {}): WallSight => ({
  source: 'live',
  strip: stripOf(),
  heardAt: NOW,
  beatAt: NOW,
  fault: null,
  ...own,
})

const blind = { since: NOW - minutes(3), cause: 'offline', failed: 0, of: 0 } as const

const sights: readonly { name: string; sight: WallSight; age: object; health: object; isOld: boolean }[] = [
  {
    name: 'a watch at work',
    sight: live(),
    age: { age: seconds(4), isOld: false },
    health: { kind: 'polling', pods: 6 },
    isOld: false,
  },
  {
    name: 'a fleet that was not seen whole',
    sight: live({ strip: stripOf({ observedAt: null, looking: { seen: 1, of: 2 } }) }),
    age: { age: null, isOld: false },
    health: { kind: 'looking', seen: 1, of: 2 },
    isOld: false,
  },
  {
    name: 'a blind watch, however fresh its readings',
    sight: live({ strip: stripOf({ blind }) }),
    age: { age: seconds(4), isOld: true },
    health: { kind: 'blind', since: blind.since },
    isOld: true,
  },
  {
    name: 'a watch that fell silent a moment ago',
    sight: live({ source: 'stalled', heardAt: NOW - seconds(6) }),
    age: { age: seconds(4), isOld: true },
    health: { kind: 'silent', since: NOW - seconds(6) },
    isOld: true,
  },
  {
    name: 'an earlier visit',
    sight: live({ source: 'saved', heardAt: NOW - hours(9), strip: stripOf({ observedAt: null }) }),
    age: { age: hours(9), isOld: true },
    health: { kind: 'starting' },
    isOld: true,
  },
  {
    name: 'nothing at all',
    sight: live({ source: 'none', strip: null, heardAt: null, beatAt: null }),
    age: { age: null, isOld: true },
    health: { kind: 'starting' },
    isOld: true,
  },
  {
    name: 'a fault of the program',
    sight: live({ fault: 'x is undefined' }),
    age: { age: seconds(4), isOld: false },
    health: { kind: 'fault', words: 'x is undefined' },
    isOld: false,
  },
]

for (const { name, sight, age, health, isOld } of sights) {
  it(`tells how old it is, and how the polling goes: ${name}`, () => {
    expect(wallAge(sight, NOW)).toEqual(age)
    expect(wallHealth(sight)).toEqual(health)
    expect(isOldSight(sight)).toBe(isOld)
  })
}

const face = (clock: ClockName, dueIn: number, own: Partial<ClockFace> = {}): ClockFace =>
  plainFace(clock, NOW, { due: NOW + dueIn, atRiskAt: NOW + dueIn - minutes(15), ...own })

const ticket = (id: string, own: Partial<TicketRow>): TicketRow =>
  plainRow(id, NOW, {
    code: `T-${id}`,
    tta: face('tta', minutes(30)),
    trs: face('trs', hours(4)),
    ...own,
  })

describe('the board at a glance', () => {
  const stopped = { state: 'stopped' } as const
  const table = [
    { name: 'is empty', rows: [], next: null, breached: 0, p1: 0 },
    {
      name: 'names the clock that runs out first',
      rows: [ticket('a', {}), ticket('b', { tta: face('tta', minutes(20)) })],
      next: 'T-b tta',
      breached: 0,
      p1: 0,
    },
    {
      name: 'and of two at once the graver ticket',
      rows: [ticket('a', {}), ticket('b', { priority: 1 })],
      next: 'T-b tta',
      breached: 0,
      p1: 1,
    },
    {
      name: 'passes over clocks that stand',
      rows: [ticket('a', { state: 'acknowledged', tta: face('tta', minutes(1), stopped) })],
      next: 'T-a trs',
      breached: 0,
      p1: 0,
    },
    {
      name: 'counts what ran out, which comes no more',
      rows: [ticket('a', { tta: face('tta', 0 - minutes(1)), trs: face('trs', 0 - seconds(1)) })],
      next: null,
      breached: 1,
      p1: 0,
    },
    {
      name: 'says nothing of tickets that are over',
      rows: [ticket('a', { state: 'resolved', priority: 1 }), ticket('b', { state: 'merged', priority: 1 })],
      next: null,
      breached: 0,
      p1: 0,
    },
    {
      name: 'counts no P1 that somebody has',
      rows: [
        ticket('a', {
          priority: 1,
          state: 'acknowledged',
          tta: face('tta', 0, stopped),
          trs: face('trs', 0, { due: null, state: 'paused' }),
        }),
      ],
      next: null,
      breached: 0,
      p1: 0,
    },
  ] satisfies readonly object[]
  for (const { name, rows, next, breached, p1 } of table) {
    it(name, () => {
      const told = wallTickets(rows, NOW)
      expect(told.next === null ? null : `${told.next.code} ${told.next.clock}`).toBe(next)
      expect(told).toMatchObject({ breached, p1 })
    })
  }

  it('says what is at risk', () => {
    const { next } = wallTickets([ticket('a', { tta: face('tta', minutes(10)) })], NOW)
    expect(next).toMatchObject({ isAtRisk: true, left: minutes(10) })
  })
})
