import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cycle, Ticket } from '#src/domain/ticket/ticket.ts'
import { days, minutes } from '#src/domain/time/units.ts'
import { breachesOf } from './breachesOf.ts'
import { faceAt } from './clockFace.ts'
import { PRIORITIES } from './priority.ts'
import { slaClocks } from './slaClocks.ts'
import { cycle, pause, priorities, ticketWith } from './testing/ticketWith.ts'

const RUNS = { numRuns: 150 }
/** A Friday before summer time begins. */
const FRIDAY = Date.parse('2026-03-27T06:00+01:00')
const ELEVEN_DAYS = 11 * 24 * 60

/** In whole minutes, so that much falls together with windows and limits. */
const moment = fc.nat({ max: ELEVEN_DAYS }).map((n) => FRIDAY + minutes(n))
const pauses = fc
  .tuple(moment, fc.option(moment), fc.option(moment))
  .map(([from, to, until]) => pause(from, to, until))
const cycles: fc.Arbitrary<Cycle> = fc
  .record({
    ackAt: fc.option(moment),
    restoredAt: fc.option(moment),
    pauses: fc.array(pauses, { maxLength: 3 }),
    wellAgain: fc.array(fc.tuple(moment, moment).map(([from, to]) => ({ from, to }))),
  })
  .map((given) => cycle(FRIDAY, given))
const tickets: fc.Arbitrary<Ticket> = fc
  .record({
    cycle: cycles,
    first: fc.constantFrom(...PRIORITIES),
    later: fc.array(fc.tuple(moment, fc.constantFrom(...PRIORITIES)), { maxLength: 3 }),
  })
  .map(({ cycle: one, first, later }) => {
    const changes = later.toSorted(([a], [b]) => a - b)
    return ticketWith({ priorities: priorities([FRIDAY, first], ...changes), cycles: [one] })
  })
/** When the last thing happened that is already known: nobody asks before. */
const lastChange = ({ priorities: changes, cycles: [only] }: Ticket): number =>
  Math.max(FRIDAY, only?.ackAt ?? 0, only?.restoredAt ?? 0, ...changes.map(({ at }) => at))

describe('slaClocks', () => {
  it('tells a clock that may be let run without it, until it says so', () => {
    fc.assert(
      fc.property(tickets, moment, fc.nat({ max: days(4) }), (ticket, now, ahead) => {
        const faces = slaClocks(ticket, now)
        for (const name of ['tta', 'trs'] as const) {
          const face = faces[name]
          const then = Math.min(now + ahead, face.holdsUntil - 1)
          const later = slaClocks(ticket, then)[name]
          expect({ ...later, breachedAt: 0 }).toEqual({ ...face, breachedAt: 0 })
          const end = Math.min(now + ahead, face.holdsUntil)
          // The state may be another one then; what is spent is not.
          const { spent, left } = faceAt(face, end)
          expect(faceAt(slaClocks(ticket, end)[name], end)).toMatchObject({ spent, left })
        }
      }),
      RUNS,
    )
  })

  it('never shows a clock as late that has no breach to tell of', () => {
    fc.assert(
      fc.property(tickets, fc.nat({ max: days(9) }), (ticket, ahead) => {
        const now = lastChange(ticket) + ahead
        const { tta, trs } = slaClocks(ticket, now)
        for (const face of [tta, trs]) {
          const { standing } = faceAt(face, now)
          const isLate = standing === 'breached' || standing === 'missed'
          const own = breachesOf(ticket, now).filter(({ clock }) => clock === face.clock)
          expect(isLate ? own.length : 1).toBeGreaterThan(0)
          expect(face.breachedAt).toBe(own[0]?.at ?? null)
        }
      }),
      RUNS,
    )
  })

  it('finds later what it found before', () => {
    fc.assert(
      fc.property(tickets, fc.nat({ max: days(5) }), fc.nat({ max: days(5) }), (ticket, a, b) => {
        const now = lastChange(ticket) + a
        const before = breachesOf(ticket, now)
        expect(breachesOf(ticket, now + b).filter(({ at }) => at < now)).toEqual(
          before.filter(({ at }) => at < now),
        )
        expect(before.every(({ at }) => at <= now)).toBe(true)
      }),
      RUNS,
    )
  })

  it('gives both clocks no more than the time that has passed', () => {
    fc.assert(
      fc.property(tickets, moment, (ticket, now) => {
        const { tta, trs } = slaClocks(ticket, now)
        for (const face of [tta, trs]) {
          const { spent } = faceAt(face, now)
          expect(spent).toBeGreaterThanOrEqual(0)
          expect(spent).toBeLessThanOrEqual(Math.max(now, face.asOf) - FRIDAY)
        }
      }),
      RUNS,
    )
  })
})
