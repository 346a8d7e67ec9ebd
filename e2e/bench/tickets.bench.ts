import { queueOf } from '#src/domain/ticket/queueOf.ts'
import { faceAt } from '#src/domain/sla/clockFace.ts'
import { defaultPolicy } from '#src/domain/sla/defaultPolicy.ts'
import { PRIORITIES } from '#src/domain/sla/priority.ts'
import { slaClocks } from '#src/domain/sla/slaClocks.ts'
import type { SlaPolicy } from '#src/domain/sla/slaPolicy.ts'
import { foldBoard } from '#src/domain/ticket/foldBoard.ts'
import { foldTicket } from '#src/domain/ticket/foldTicket.ts'
import { eventOf, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketRowOf } from '#src/domain/ticket/ticketRowOf.ts'
import { days, minutes, seconds } from '#src/domain/time/units.ts'
import type { Bench } from './bench.ts'
import { measure, type Plan, timed } from './measure.ts'
import { figure, table } from './table.ts'

const OPEN = 500
const HISTORY = 10_000
const NOW = Date.UTC(2026, 10, 23, 10)
const PLAN: Plan = { rounds: 9, slice: 50, warmUp: 200 }

/** As it comes out of a log: every ticket has a policy of its own, that says the same. */
const policyOf = (holiday: string): SlaPolicy => {
  const policy = defaultPolicy('Europe/Paris')
  const calendars = Object.entries(policy.calendars).map(([name, calendar]) => [
    name,
    { ...calendar, holidays: [holiday] },
  ])
  return { ...policy, calendars: Object.fromEntries(calendars) }
}

const priorityOf = (index: number) => PRIORITIES[index % PRIORITIES.length] ?? 3

/** Open for up to ninety days, with a pause over a week of it. */
function openTicket(index: number, holiday: string): Ticket {
  const ticket = `o${index}`
  const openedAt = NOW - Math.round(days((90 * index) / OPEN)) - minutes(1)
  const opened = openedWith(
    { openedAt, priority: priorityOf(index), policy: policyOf(holiday), dedupKey: `check|${ticket}` },
    { ticket },
  )
  if (index % 3 === 0) return ticketOf(opened)
  const head = (at: number) => ({ ticket, at: Math.min(at, NOW) })
  return ticketOf(
    opened,
    eventOf('acknowledged', {}, head(openedAt + seconds(30))),
    eventOf(
      'paused',
      { reason: 'third-party', note: '', until: openedAt + days(8) },
      head(openedAt + days(1)),
    ),
  )
}

const openTickets = (holiday: string): readonly Ticket[] =>
  Array.from({ length: OPEN }, (_, index) => openTicket(index, holiday))

/** A ticket's life in twelve events. */
function lifeOf(index: number): readonly TicketEvent[] {
  const ticket = `h${index}`
  const openedAt = NOW - minutes(25 * (index + 20))
  const head = (after: number, actor = 'anna') => ({ ticket, actor, at: openedAt + minutes(after) })
  const key = `check|service-${index % 50}`
  return [
    openedWith(
      { openedAt, priority: priorityOf(index), policy: policyOf('2026-12-25'), dedupKey: key },
      { ticket },
    ),
    eventOf(
      'signal_added',
      { key: `${key}-2`, service: 'billing', title: 'billing', since: openedAt },
      head(1, 'auto'),
    ),
    eventOf('acknowledged', {}, head(3)),
    eventOf('acknowledged', {}, head(3.1, 'boris')),
    eventOf('assigned', { to: 'anna' }, head(4)),
    eventOf('commented', { text: 'The pool is exhausted since the deploy of 12:00.' }, head(6)),
    eventOf('requalified', { from: priorityOf(index), to: 2, reason: 'one pod of three' }, head(8)),
    eventOf('paused', { reason: 'third-party', note: 'the bank', until: null }, head(10)),
    eventOf('resumed', {}, head(40)),
    eventOf('signal_cleared', { key, clearedAt: openedAt + minutes(50) }, head(50, 'auto')),
    eventOf('resolved', { restoredAt: openedAt + minutes(50), note: '', cause: 'incident' }, head(60)),
    eventOf('commented', { text: 'The follow-up is written down.' }, head(70)),
  ]
}

const rowOf = (ticket: Ticket): TicketRow =>
  ticketRowOf(ticket, { codeOf: (id) => id, sending: 'sent', signalUnknown: false, automatic: true }, NOW)

function readAll(rows: readonly TicketRow[], now: number): number {
  let sum = 0
  for (const { tta, trs } of rows) {
    const [first, second] = [faceAt(tta, now), faceAt(trs, now)]
    sum += first.left + second.left + first.standing.length + second.standing.length
  }
  return sum
}

function clocksOf(tickets: readonly Ticket[]): number {
  let sum = 0
  for (const ticket of tickets) sum += slaClocks(ticket, NOW).trs.spent
  return sum
}

const foldAll = (lives: readonly (readonly TicketEvent[])[]): readonly Ticket[] =>
  lives.flatMap((life) => foldTicket(life) ?? [])

/** What the first look at a calendar costs: each has holidays that none before it had. */
const coldClocks = (): number => {
  const costs = Array.from({ length: 5 }, (_, i) => {
    const tickets = openTickets(`2027-01-0${i + 1}`)
    return timed(() => clocksOf(tickets), 1).cpu
  })
  return costs.toSorted((a, b) => a - b)[2] ?? Number.NaN
}

const run = (print: (text: string) => void): Promise<unknown> => {
  const cold = coldClocks()
  const open = openTickets('2026-12-25')
  const rows = open.map(rowOf)
  const lives = Array.from({ length: HISTORY }, (_, index) => lifeOf(index))
  const history = foldAll(lives)
  let second = 0
  const costs = measure(
    [
      {
        name: 'read 1,000 clocks, once a second',
        prepare: () => () => readAll(rows, NOW + seconds((second += 1) % 60)),
      },
      { name: 'sort 500 tickets into the queue', prepare: () => () => queueOf(rows, NOW) },
      { name: 'clocks of 500 tickets, calendar known', prepare: () => () => clocksOf(open) },
      { name: 'rows of 500 tickets', prepare: () => () => open.map(rowOf) },
      { name: 'fold 10,000 tickets of 12 events', prepare: () => () => foldAll(lives) },
      {
        name: 'merges of 10,000 tickets',
        prepare: () => () => foldBoard(new Map(history.map((ticket) => [ticket.id, ticket]))),
      },
      { name: 'rows of 10,000 tickets', prepare: () => () => history.map(rowOf) },
    ],
    PLAN,
  )
  const results = { 'clocks of 500 tickets, calendar new': cold }
  const all = { ...results, ...Object.fromEntries([...costs].map(([name, { cpu }]) => [name, cpu])) }
  print(
    table(
      ['CPU time', 'ms'],
      Object.entries(all).map(([name, cpu]) => [name, figure(cpu)]),
    ),
  )
  return Promise.resolve(all)
}

/** What tickets cost: the board's clocks on the page, the rest in the worker. */
export const bench: Bench = { name: 'tickets', run }
