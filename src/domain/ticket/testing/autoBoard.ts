import type { Alarm } from '#src/domain/alert/alarm.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { automation } from '#src/domain/ticket/automation.ts'
import { parseEvent } from '#src/domain/ticket/parseEvent.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { ticketBook } from '#src/domain/ticket/ticketBook.ts'
import type { LoggedEvent, TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { after } from './events.ts'

/** For tests: three services, each of one pod. */
export const FLEET: Fleet = fleetOf({ orders: { pods: 1, team: 'shop' }, db: 1, web: 1 })

/** For tests: the check of a service, firing since so many minutes after `NOW`, unless told otherwise. */
export function alarmOf(service: string, minute: number, own: Partial<Alarm> = {}): Alarm {
  const since = own.since ?? after(minute)
  return {
    key: `check|${service}`,
    source: 'check',
    state: 'firing',
    service,
    project: null,
    title: `${service}: all pods failing`,
    description: '',
    priority: 2,
    why: 'all pods are out',
    since,
    detectedAt: since,
    delay: minutes(2),
    root: null,
    links: [],
    evidence: null,
    automatic: true,
    ...own,
  }
}

/** For tests: the same, but clear since then. */
export const clearOf = (service: string, minute: number, own: Partial<Alarm> = {}): Alarm =>
  alarmOf(service, minute, { state: 'clear', ...own })

/** For tests: an alert of a service. */
export const alertOf = (service: string, minute: number, own: Partial<Alarm> = {}): Alarm =>
  alarmOf(service, minute, { key: `alertmanager|${service}`, source: 'alertmanager', delay: 0, ...own })

/** For tests: a board in one browser on which things happen by themselves. */
export type AutoBoard = {
  /** What happens at a moment, folded in at once, until nothing more does. */
  at(now: EpochMs, alarms: readonly Alarm[]): readonly TicketEvent[]
  add(events: readonly LoggedEvent[]): void
  /** The oldest first. */
  tickets(): readonly Ticket[]
  events(): readonly LoggedEvent[]
}

/** As another browser reads it: what does not pass there would be lost. */
function asRead(event: TicketEvent): LoggedEvent {
  const read = parseEvent(JSON.parse(JSON.stringify(event)))
  if (!read.ok) throw new Error(`${event.kind}: ${read.error}`)
  return read.value
}

/** After so many goes nothing new may happen any more. */
const MOST_GOES = 4

/** For tests: an empty one. */
export function autoBoard(fleet: Fleet = FLEET): AutoBoard {
  const book = ticketBook()
  return {
    at(now, alarms) {
      const all: TicketEvent[] = []
      for (let go = 0; ; go++) {
        const events = automation({ tickets: book.all(), alarms, fleet, now })
        if (events.length === 0) return all
        if (go === MOST_GOES) throw new Error(`it does not come to rest: ${JSON.stringify(events)}`)
        all.push(...events)
        book.add(events.map(asRead))
      }
    },
    add: (events) => void book.add(events),
    tickets: () =>
      [...book.all().values()].toSorted((a, b) => a.openedAt - b.openedAt || a.episode - b.episode),
    events: () => book.events(),
  }
}

/** For tests: a minute, and how the alarms stand then. */
export type Turn = readonly [minute: number, ...alarms: Alarm[]]

/** For tests: what happens turn by turn, by its kinds, and what comes of it. */
export function play(turns: readonly Turn[], board = autoBoard()) {
  const told = turns.map(([minute, ...alarms]) => board.at(after(minute), alarms).map(({ kind }) => kind))
  return { told, tickets: board.tickets(), board }
}

/** For tests: turns, what each of them tells, and what stands in the end: `orders new check|orders`. */
export type Story = {
  readonly name: string
  readonly turns: readonly Turn[]
  readonly told: readonly (readonly string[])[]
  /** Service and state of each ticket, and what goes on of it. */
  readonly tickets: readonly string[]
}

/** For tests: the state of tickets as a story tells it. */
export const standing = (tickets: readonly Ticket[]): readonly string[] =>
  tickets.map(({ service, state, signals }) => {
    const going = signals.filter(({ clearedAt }) => clearedAt === null).map(({ key }) => key)
    return [service, state, ...going].join(' ')
  })
