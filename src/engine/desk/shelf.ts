import type { TicketSettings } from '#src/domain/fleet/ticketSettings.ts'
import { type TicketBook, ticketBook } from '#src/domain/ticket/ticketBook.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { EventStore } from '#src/engine/ticketLog/eventStore.ts'
import type { StoreCheck } from '#src/engine/ticketLog/storeCheck.ts'

/** A log that can be asked whether it could be shared. */
export type CheckedLog = EventStore & {
  /** Tries, one by one, what the team's engine has to allow; nothing where there is none. Never rejects. */
  check(): Promise<readonly StoreCheck[]>
}

/** Opens the log that a fleet's tickets are kept in. */
export type OpenLog = (settings: TicketSettings) => CheckedLog

/** A shared engine that is not reached by then is taken for offline: what opens by itself must not wait for it. */
const SETTLES_WITHIN: DurationMs = seconds(10)

/** The log of a board, and what its events come to. */
export type Shelf = {
  readonly log: CheckedLog
  readonly book: TicketBook
  /** Whether it holds the tickets of those settings; others are kept elsewhere. */
  isFor(settings: TicketSettings): boolean
  /** Whether what this browser has stored is read. */
  isOpen(): boolean
  /** … and what the team's engine has, as far as it can be reached. */
  isSettled(): boolean
  /** Takes in events that the log has stored; they are on the board at once. */
  take(events: readonly LoggedEvent[]): void
  /** The tickets that are others since the last time it was asked. */
  changed(): ReadonlySet<string>
  stop(): void
}

/** What decides where tickets are kept. */
const placeOf = ({ board, nats }: TicketSettings): string =>
  JSON.stringify([board, nats?.url ?? null, nats?.stream ?? null])

/** Begins to read the log. `onHeard` gets what comes from others, after it was taken in. */
export function shelf(
  log: CheckedLog,
  settings: TicketSettings,
  ports: Ports,
  onHeard: (events: readonly LoggedEvent[], shelf: Shelf) => void,
): Shelf {
  const book = ticketBook()
  const begunAt = ports.monotonic()
  let opened = false
  let stopped = false
  let touched = new Set<string>()

  const take = (events: readonly LoggedEvent[]): void => {
    for (const id of book.add(events)) touched.add(id)
  }

  const self: Shelf = {
    log,
    book,
    isFor: (other) => placeOf(other) === placeOf(settings),
    isOpen: () => opened,
    isSettled() {
      if (!opened) return false
      const { kind, lastSyncAt } = log.status()
      return kind !== 'nats' || lastSyncAt !== null || ports.monotonic() - begunAt > SETTLES_WITHIN
    },
    take,
    changed() {
      const ids = touched
      touched = new Set()
      return ids
    },
    stop() {
      stopped = true
      log.stop()
    },
  }

  const hear = (events: readonly LoggedEvent[]): void => {
    if (stopped) return
    take(events)
    onHeard(events, self)
  }

  const open = async (): Promise<void> => {
    const stored = await log.open(hear)
    if (stopped) return
    take(stored)
    opened = true
  }
  void open()
  return self
}
