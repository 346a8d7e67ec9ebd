import type { Alarm } from '#src/domain/alert/alarm.ts'
import type { TicketTotals } from '#src/domain/digest/ticketTotals.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { mentionOf } from '#src/domain/ticket/mentionOf.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { Sending, TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { rowHoldsUntil, ticketRowOf } from '#src/domain/ticket/ticketRowOf.ts'
import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { TicketMention } from '#src/domain/verdict/ticketMention.ts'
import type { EventStore } from '#src/engine/ticketLog/eventStore.ts'
import type { Shelf } from './shelf.ts'
import { ticketTotals } from '#src/domain/ticket/ticketTotals.ts'

/** What ended longer ago is found by its address, and in the figures. */
const SHOWN_AFTER_END: DurationMs = hours(24)

/** A row, until when it holds, and what of it is not the ticket's own. */
type Shown = { readonly row: TicketRow; readonly until: EpochMs; readonly beside: string }

/** What is new on the board since the last time it was asked. */
export type BoardChanges = {
  readonly rows: readonly TicketRow[]
  readonly gone: readonly string[]
  /** It is another board: pages have to forget what they know. */
  readonly replaced: boolean
  /** What tickets ask of people, by the name of their service. */
  readonly mentions: ReadonlyMap<string, readonly TicketMention[]>
  readonly totals: TicketTotals
}

/** The rows of the board as pages know them: open tickets, and those that ended within a day. */
export type BoardView = {
  refresh(shelf: Shelf, alarms: readonly Alarm[], fleet: Fleet, now: EpochMs): BoardChanges
  rows(): readonly TicketRow[]
  row(id: string): TicketRow | null
  clear(): void
}

const isShown = ({ state, resolution }: Ticket, now: EpochMs): boolean =>
  state !== 'merged' && (resolution === null || now - resolution.at < SHOWN_AFTER_END)

/** How far what was done here has got. */
export function sendingOf({ timeline, id }: Ticket, log: EventStore): Sending {
  if (log.status().kind !== 'nats') return 'saved'
  return timeline.every(({ event }) => event.srv !== undefined || log.isSent(id, event.id))
    ? 'sent'
    : 'waiting'
}

/** Whether nothing tells how that stands which opened a ticket. One that a person opened is seen by people. */
function isUnseen({ signals }: Ticket, states: ReadonlyMap<string, Alarm['state']>): boolean {
  const going = signals.filter(({ clearedAt }) => clearedAt === null)
  return going.length > 0 && going.every(({ key }) => (states.get(key) ?? 'unknown') === 'unknown')
}

const automaticFor = ({ tickets, services }: Fleet, service: string | null): boolean =>
  tickets.automatic && services.find(({ name }) => name === service)?.tickets.automatic !== false

function mentionsOf(rows: Iterable<TicketRow>, now: EpochMs): Map<string | null, TicketMention[]> {
  const mentions = new Map<string | null, TicketMention[]>()
  for (const row of rows) {
    const mention = mentionOf(row, now)
    if (mention === null) continue
    mentions.set(row.service, [...(mentions.get(row.service) ?? []), mention])
  }
  return mentions
}

/** Shows nothing yet. */
export function boardView(): BoardView {
  const shown = new Map<string, Shown>()
  let fresh = true
  const rows = (): readonly TicketRow[] => [...shown.values()].map(({ row }) => row)

  const changesIn = (
    { book, log }: Shelf,
    changed: ReadonlySet<string>,
    alarms: readonly Alarm[],
    fleet: Fleet,
    now: EpochMs,
  ): { rows: TicketRow[]; gone: string[] } => {
    const states = new Map(alarms.map(({ key, state }) => [key, state]))
    const codeOf = (id: string): string => book.find(id)?.code ?? id
    const [news, gone]: [TicketRow[], string[]] = [[], []]
    for (const [id, ticket] of book.all()) {
      const was = shown.get(id)
      if (!isShown(ticket, now)) {
        if (shown.delete(id)) gone.push(id)
        continue
      }
      const sending = sendingOf(ticket, log)
      const signalUnknown = isUnseen(ticket, states)
      const automatic = automaticFor(fleet, ticket.service)
      const beside = `${sending} ${signalUnknown} ${automatic}`
      if (was !== undefined && !changed.has(id) && now < was.until && was.beside === beside) continue
      const row = ticketRowOf(ticket, { codeOf, sending, signalUnknown, automatic }, now)
      shown.set(id, { row, until: rowHoldsUntil(row, now), beside })
      news.push(row)
    }
    return { rows: news, gone }
  }

  return {
    refresh(shelf, alarms, fleet, now) {
      const replaced = fresh
      fresh = false
      const { rows: news, gone } = changesIn(shelf, shelf.changed(), alarms, fleet, now)
      const mentions = mentionsOf(rows(), now)
      const byService = new Map<string, readonly TicketMention[]>()
      const others: TicketMention[] = []
      const names = new Set(fleet.services.map(({ name }) => name))
      for (const [service, told] of mentions) {
        if (service !== null && names.has(service)) byService.set(service, told)
        else others.push(...told)
      }
      return { rows: news, gone, replaced, mentions: byService, totals: ticketTotals(rows(), others, now) }
    },
    rows,
    row: (id) => shown.get(id)?.row ?? null,
    clear() {
      shown.clear()
      fresh = true
    },
  }
}
