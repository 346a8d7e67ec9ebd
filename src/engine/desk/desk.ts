import type { Alarm } from '#src/domain/alert/alarm.ts'
import { heedMaintenance } from '#src/domain/alert/heedMaintenance.ts'
import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import { noteTickets } from '#src/domain/watch/noteTickets.ts'
import type { DeskAnswer, DeskQuestion } from '#src/engine/deskProtocol.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { ToPage } from '#src/engine/protocol.ts'
import type { AlertSource } from '#src/engine/sources/alertmanager/alertSource.ts'
import { alarmsNow } from './alarmsNow.ts'
import { answerDesk } from './answerDesk.ts'
import { automaticEvents } from './automaticEvents.ts'
import { beatenWatch } from './beatenWatch.ts'
import { boardView } from './boardView.ts'
import { deskState } from './deskState.ts'
import { nightBackfill } from './nightBackfill.ts'
import { type OpenLog, shelf, type Shelf } from './shelf.ts'

/** What opens and resolves by itself is looked at this often. */
const AUTOMATE_EVERY: DurationMs = seconds(1)
/** A browser that cannot store anything must not try at every turn. */
const AFTER_FAILURE: DurationMs = seconds(30)

/** The board of tickets, as the worker keeps it: one for each browser. */
export type Desk = {
  /** To be called with every turn of the watch. */
  turn(watch: Watch): void
  /** What a page that connects now has to be told first. */
  snapshot(): readonly ToPage[]
  answer(question: DeskQuestion): Promise<DeskAnswer>
  stop(): void
}

/** What the desk is made of beside the world. */
export type DeskParts = {
  /** Where the tickets of a fleet are kept. */
  readonly openLog: OpenLog
  /** The alerts of whichever Alertmanager the fleet names. */
  readonly alerts: AlertSource
}

/** Begins with the first turn. `tell` gets every message for the pages. */
export function ticketDesk(parts: DeskParts, ports: Ports, tell: (message: ToPage) => void): Desk {
  const { openLog, alerts } = parts
  let current: Watch | null = null
  let open: Shelf | null = null
  let automateAt: DurationMs = 0
  let saving = false
  let alarms: readonly Alarm[] = []
  let toldState = ''
  const view = boardView()
  const night = nightBackfill(alerts)
  const beaten = beatenWatch((message) => tell(message))

  const nowOf = ({ log }: Shelf): number => ports.now() + (log.status().skew ?? 0)

  const publish = (watch: Watch, at: Shelf): void => {
    const now = nowOf(at)
    const { rows, gone, mentions, totals, replaced } = view.refresh(at, alarms, watch.fleet, now)
    noteTickets(watch, mentions, totals)
    const desk = deskState(watch.fleet, at, alerts.state(), now)
    const text = JSON.stringify(desk)
    if (rows.length + gone.length === 0 && !replaced && text === toldState) return
    toldState = text
    tell({ kind: 'board', full: replaced, rows, gone, desk })
  }

  const save = async (at: Shelf, events: readonly TicketEvent[]): Promise<void> => {
    saving = true
    try {
      const saved = await at.log.append(events)
      if (saved.ok) at.take(events)
      else automateAt = ports.monotonic() + AFTER_FAILURE
    } finally {
      saving = false
    }
  }

  const automate = (watch: Watch, at: Shelf): void => {
    if (saving || ports.monotonic() < automateAt) return
    automateAt = ports.monotonic() + AUTOMATE_EVERY
    const now = nowOf(at)
    alarms = alarmsNow(watch, alerts, at.book, now, at.log.status().skew ?? 0)
    if (!at.isSettled()) return
    const past = heedMaintenance(night.episodes(watch.fleet, now), watch.fleet, now)
    const events = automaticEvents(watch.fleet, at, alerts, [...past, ...alarms], now)
    if (events.length > 0) void save(at, events)
  }

  const shelfFor = (watch: Watch): Shelf => {
    const { tickets } = watch.fleet
    if (open !== null && open.isFor(tickets)) return open
    open?.stop()
    view.clear()
    open = shelf(openLog(tickets), tickets, ports, (events, at) => beaten.heard(events, at))
    return open
  }

  return {
    turn(watch) {
      current = watch
      const at = shelfFor(watch)
      alerts.turn(nowOf(at))
      if (!at.isOpen()) return
      automate(watch, at)
      publish(watch, at)
    },
    snapshot() {
      if (current === null || open === null || !open.isOpen()) return []
      const desk = deskState(current.fleet, open, alerts.state(), nowOf(open))
      return [{ kind: 'board', full: true, rows: view.rows(), gone: [], desk }]
    },
    async answer(question) {
      const [watch, at] = [current, open]
      if (watch === null || at === null || !at.isOpen()) return { about: question.about, found: null }
      const answered = await answerDesk({ shelf: at, watch, alerts, view, beaten, ports }, question)
      // What was done is on the board before it is said to be done.
      if (current !== null && open === at) publish(current, at)
      return answered
    },
    stop() {
      open?.stop()
      alerts.stop()
    },
  }
}
