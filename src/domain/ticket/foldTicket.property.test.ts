import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldTicket } from './foldTicket.ts'
import type { Cycle } from './ticket.ts'
import { parseEvent } from './parseEvent.ts'
import { anyLog } from './testing/anyEvents.ts'
import { after, eventOf, openedWith, ticketOf } from './testing/events.ts'
import type { LoggedEvent } from './ticketEvent.ts'

const shuffled = (events: readonly LoggedEvent[], seed: readonly number[]): readonly LoggedEvent[] =>
  events
    .map((event, i) => ({ event, by: seed[i % seed.length] ?? 0 }))
    .sort((a, b) => a.by - b.by)
    .map(({ event }) => event)

const seed = fc.array(fc.nat(1000), { minLength: 15, maxLength: 30 })

it('is the same in any order and with any duplicates', () => {
  fc.assert(
    fc.property(anyLog, seed, fc.nat(20), (log, order, copies) => {
      const many = shuffled([...log, ...log.slice(0, copies)], order)
      expect(foldTicket(many)).toEqual(foldTicket(log))
    }),
    { numRuns: 300 },
  )
})

it('takes any part of the events, and is whole once the others have come', () => {
  fc.assert(
    fc.property(anyLog, seed, (log, keep) => {
      const part = log.filter((_, i) => (keep[i] ?? 0) % 2 === 0)
      const early = foldTicket(part)
      expect(early === null).toBe(!part.some(({ id }) => id === 'open'))
      expect(foldTicket([...part, ...log])).toEqual(foldTicket(log))
    }),
    { numRuns: 200 },
  )
})

const isOrdered = (...times: readonly number[]): boolean =>
  times.every((time, i) => time >= (times[i - 1] ?? time))

const isSoundCycle = ({ start, restoredAt, wellAgain, pauses }: Cycle): boolean =>
  isOrdered(start, ...wellAgain.flatMap(({ from, to }) => [from, to]), restoredAt ?? Infinity) &&
  pauses.every(({ from, to }) => isOrdered(start, from, to ?? from))

it('holds what always holds', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const ticket = ticketOf(...log)
      const { ack, resolution, cycles } = ticket
      expect(cycles.at(-1)).toMatchObject({
        ackAt: ack === null ? null : ack.at,
        restoredAt: resolution === null ? null : resolution.restoredAt,
      })
      expect(cycles.filter((cycle) => !isSoundCycle(cycle))).toEqual([])
      expect(isOrdered(ticket.openedAt, ...cycles.map(({ start }) => start))).toBe(true)
      expect(ticket.priorities.at(-1)).toMatchObject({ to: ticket.priority })
      expect(ticket.timeline).toHaveLength(log.length)
      const isPaused = cycles.at(-1)?.pauses.some(({ to }) => to === null)
      expect(isPaused === true && resolution !== null).toBe(false)
      expect(ack !== null && ticket.coResponders.includes(ack.by)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

it('is the same when its events went over a wire', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      for (const event of log)
        expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, value: event })
    }),
    { numRuns: 50 },
  )
})

it('has the same winner of a hundred who acknowledge it at once, for everybody', () => {
  const acks = Array.from({ length: 100 }, (_, i) =>
    eventOf('acknowledged', {}, { at: after(1) + (i % 3), actor: `user${i}`, id: `id${(i * 37) % 100}` }),
  )
  const winner = ticketOf(...acks).ack?.eventId
  expect(winner).toBeDefined()
  fc.assert(
    fc.property(fc.shuffledSubarray(acks, { minLength: 100 }), (mixed) => {
      expect(ticketOf(...mixed).ack?.eventId).toBe(winner)
    }),
    { numRuns: 20 },
  )
})

it.each([7, -7])(
  'a clock that is %i min off moves no acknowledgement by a second, once the engine knows',
  (off) => {
    const opened = openedWith({}, { srv: after(0) })
    // What is known of a slow clock is added by the writer; a fast one is caught by the engine's own.
    const at = off > 0 ? after(3 + off) : after(3) - 38
    const ticket = ticketOf(opened, eventOf('acknowledged', {}, { at, srv: after(3) + 12 }))
    expect(Math.abs((ticket.ack?.at ?? 0) - after(3))).toBeLessThan(1000)
  },
)

it('a fast clock opens nothing in the future', () => {
  const opened = openedWith({ openedAt: after(7) }, { srv: after(0) })
  expect(ticketOf(opened)).toMatchObject({ openedAt: after(0), detectedAt: after(0) })
})
