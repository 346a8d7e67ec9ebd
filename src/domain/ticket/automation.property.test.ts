import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Alarm } from '#src/domain/alert/alarm.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { type AutoBoard, alarmOf, autoBoard, clearOf } from './testing/autoBoard.ts'
import { after } from './testing/events.ts'
import type { Ticket } from './ticket.ts'
import type { LoggedEvent } from './ticketEvent.ts'

const RUNS = 10

/** An outage, in minutes: the next one begins so long after it that it is another episode. */
type Outage = { readonly from: number; readonly to: number }

const outages = fc
  .array(fc.record({ pause: fc.integer({ min: 60, max: 120 }), length: fc.integer({ min: 8, max: 40 }) }), {
    minLength: 1,
    maxLength: 2,
  })
  .map((all) => {
    let end = 0
    return all.map(({ pause, length }): Outage => {
      const from = end + pause
      end = from + length
      return { from, to: end }
    })
  })

/** How late a browser sees it, in seconds, and in which minutes it is online. */
const watcher = fc.record({ lag: fc.integer({ min: 0, max: 20 }), online: fc.infiniteStream(fc.boolean()) })

/** How a service stands in the eyes of one who sees everything `lag` seconds late. */
function seenBy(
  lag: number,
  service: string,
  all: readonly Outage[],
  now: EpochMs,
  root: string | null,
): Alarm {
  const seen = now - lag * 1000
  const begun = all.findLast(({ from }) => after(from) <= seen)
  if (begun === undefined) return clearOf(service, -9)
  const detectedAt = (minute: number) => after(minute) + lag * 1000
  return after(begun.to) <= seen
    ? clearOf(service, begun.to, { detectedAt: detectedAt(begun.to) })
    : alarmOf(service, begun.from, { detectedAt: detectedAt(begun.from), root })
}

/** The log that browsers share: the first writing of an event is kept, with the time at which it came. */
function engine() {
  const log = new Map<string, LoggedEvent>()
  return {
    sync(board: AutoBoard, now: EpochMs): void {
      for (const event of board.events()) {
        const key = `${event.ticket} ${event.id}`
        if (!log.has(key)) log.set(key, { ...event, srv: now })
      }
      board.add([...log.values()])
    },
  }
}

type Watcher = { readonly lag: number; readonly online: Iterator<boolean> }

/** What each browser has in the end of outages of a database that drags the orders down. */
function watched(all: readonly Outage[], watchers: readonly Watcher[]): readonly (readonly Ticket[])[] {
  const shared = engine()
  const boards = watchers.map(() => autoBoard())
  const end = (all.at(-1)?.to ?? 0) + 10
  for (let minute = 50; minute <= end; minute++) {
    const now = after(minute)
    for (const [i, { lag, online }] of watchers.entries()) {
      const board = boards[i] ?? autoBoard()
      board.at(now, [seenBy(lag, 'db', all, now, null), seenBy(lag, 'orders', all, now, 'check|db')])
      if (online.next().value === true) shared.sync(board, now)
    }
  }
  for (const board of [...boards, ...boards]) shared.sync(board, after(end))
  return boards.map((board) => board.tickets())
}

describe('several browsers that see the same', () => {
  it('come to one ticket an episode, and to the same one, however late they hear of each other', () => {
    fc.assert(
      fc.property(outages, fc.array(watcher, { minLength: 2, maxLength: 4 }), (all, watchers) => {
        const [first = [], ...others] = watched(all, watchers)
        for (const other of others) expect(other).toEqual(first)
        expect(first.map(({ service, state }) => [service, state])).toEqual(all.map(() => ['db', 'resolved']))
        const late = all.map(({ to }, i) => (first[i]?.resolution?.restoredAt ?? 0) - after(to))
        expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
        expect(Math.max(...late)).toBeLessThanOrEqual(minutes(1))
      }),
      { numRuns: RUNS },
    )
  })

  it('come to rest, also where they see opposite things', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: fc.integer({ min: 0, max: 50 }), isRed: fc.boolean() }), {
          minLength: 2,
          maxLength: 4,
        }),
        (views) => {
          const board = autoBoard()
          const alarms = views.map(({ from, isRed }) => (isRed ? alarmOf : clearOf)('orders', from))
          for (let minute = 60; minute < 90; minute++)
            for (const alarm of alarms) board.at(after(minute), [alarm])
          expect(board.events().length).toBeLessThanOrEqual(8)
          const stands = board.tickets().map(({ state }) => state)
          expect(stands).toEqual(views.some(({ isRed }) => isRed) ? ['new'] : [])
        },
      ),
      { numRuns: 40 },
    )
  })
})
