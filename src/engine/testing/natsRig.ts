import { isDeepStrictEqual } from 'node:util'
import type { LoggedEvent, TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import { indexedDbStore } from '#src/engine/indexedDbStore.ts'
import type { EngineLine, OpenLine } from '#src/engine/ticketLog/engineLine.ts'
import type { EventStore } from '#src/engine/ticketLog/eventStore.ts'
import { eventKey } from '#src/engine/ticketLog/logRecord.ts'
import { natsLog } from '#src/engine/ticketLog/natsLog.ts'
import { comment } from './logEvents.ts'
import { nodePorts } from './nodePorts.ts'

/** How long a test waits for what a server and its clients come to by themselves. */
export const SLOW = { timeout: 15_000, interval: 20 }

/** As a worker loads what talks to a server. */
export const loadLine = async (): Promise<OpenLine> =>
  (await import('#src/engine/ticketLog/natsLine.ts')).openNatsLine

/** A browser with a log: all events that came out of it, the newest version of each. */
export type LogBrowser = {
  readonly log: EventStore
  readonly events: ReadonlyMap<string, LoggedEvent>
  readonly end: () => void
}

export type NatsRig = {
  /** A browser; null as user does not sign in. `name`: of its database. `ahead`: its clock. */
  browser(
    user: string | null,
    options?: { name?: string; ahead?: DurationMs; board?: string; stream?: string },
  ): Promise<LogBrowser>
  /** A connection without a log. */
  line(user: string): Promise<EngineLine>
  /** A ticket that no other test has heard of. */
  ticket(): string
  endAll(): void
}

/** Any number of browsers on a real server, each with a database of its own. */
export function natsRig(server: {
  readonly url: string
  readonly board: string
  readonly stream: string
}): NatsRig {
  const open: LogBrowser[] = []
  let names = 0
  return {
    ticket: () => `T${++names}`,
    async browser(user, { name = `nats ${++names}`, ahead = 0, board, stream } = {}) {
      const log = natsLog(
        {
          place: { store: indexedDbStore(), hints: null, name },
          ports: { now: () => Date.now() + ahead, every: nodePorts.every },
          engine: { url: server.url, stream: stream ?? server.stream },
          board: board ?? server.board,
          load: loadLine,
        },
        () => undefined,
      )
      const events = new Map<string, LoggedEvent>()
      const take = (some: readonly LoggedEvent[]): void => {
        for (const event of some) events.set(eventKey(event), event)
      }
      if (user !== null) log.signIn({ user, password: user })
      take(await log.open(take))
      const browser = { log, events, end: () => log.stop() }
      open.push(browser)
      return browser
    },
    async line(user) {
      const openLine = await loadLine()
      const line = await openLine({ ...server, credentials: { user, password: user } })
      if (!line.ok) throw new Error(line.error.detail)
      return line.value
    },
    endAll() {
      for (const { end } of open.splice(0)) end()
    },
  }
}

/** The events of a ticket that a browser knows, by id. */
export const eventsOf = ({ events }: LogBrowser, ticket: string): readonly LoggedEvent[] =>
  [...events.values()].filter((event) => event.ticket === ticket).toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** How many events of a ticket all of them know, the same ones; null where they differ. */
export function inCommon(ticket: string, ...browsers: readonly LogBrowser[]): number | null {
  const [first = [], ...others] = browsers.map((one) => eventsOf(one, ticket))
  return others.every((other) => isDeepStrictEqual(other, first)) ? first.length : null
}

/** Whether all of them are connected, and have nothing left to send. */
export const areSettled = (...browsers: readonly LogBrowser[]): boolean =>
  browsers.every(({ log }) => log.status().online && log.status().pending === 0)

/** A comment of this moment. */
export const commentNow = (ticket: string, who: string, n: number): TicketEvent =>
  comment(ticket, who, n, Date.now())

/** So many of them, counted from `from`. */
export const commentsNow = (ticket: string, who: string, n: number, from = 0): TicketEvent[] =>
  Array.from({ length: n }, (_, i) => commentNow(ticket, who, from + i))
