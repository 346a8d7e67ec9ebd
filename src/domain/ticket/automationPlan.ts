import type { Alarm } from '#src/domain/alert/alarm.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { SlaPolicy } from '#src/domain/sla/slaPolicy.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { type KnownHomes, knownHomes } from './automationHomes.ts'
import { automaticId, stretchOf } from './automationStretch.ts'
import { flooredPriority, policyFor } from './hypercarePolicy.ts'
import type { Ticket } from './ticket.ts'
import { AUTOMATIC, EVENT_VERSION, type EventHead, type TicketEvent } from './ticketEvent.ts'
import { writableAlarm } from './writableAlarm.ts'

/** What is known when it is decided what happens by itself. */
export type AutomationInput = {
  /** All of the board, by id, with those that ended long ago: as merges have left them. */
  readonly tickets: ReadonlyMap<string, Ticket>
  readonly alarms: readonly Alarm[]
  readonly fleet: Pick<Fleet, 'tickets' | 'services'>
  /** By the shared clock, as the times of the alarms are. */
  readonly now: EpochMs
}

/** A ticket that is about to be opened. */
export type Opening = { readonly ticket: string; readonly of: Alarm; readonly policy: SlaPolicy }

/** What is about to happen: filled step by step. */
export type Plan = AutomationInput & {
  readonly homes: KnownHomes
  /** Alarms as they stand now, by key; without those that ended before anybody looked. */
  readonly present: ReadonlyMap<string, Alarm>
  readonly openings: Opening[]
  readonly events: TicketEvent[]
}

/** A plan without anything in it. */
export function emptyPlan(input: AutomationInput): Plan {
  const keys = new Set(input.alarms.map(({ key }) => key))
  const present = input.alarms.filter(({ began }) => began === undefined)
  return {
    ...input,
    homes: knownHomes(input.tickets, keys),
    present: new Map(present.map((alarm) => [alarm.key, alarm])),
    openings: [],
    events: [],
  }
}

/** When an alarm was seen to be as it is: what began long before may have turned red just now. */
export const shownSince = ({ since, detectedAt }: Pick<Alarm, 'since' | 'detectedAt'>): EpochMs =>
  Math.max(since, detectedAt)

const teamOf = ({ fleet }: Plan, service: string | null): string | null =>
  fleet.services.find(({ name }) => name === service)?.team ?? null

/** What a ticket of an alarm is judged by when it is opened at a moment. */
export const policyOf = (plan: Plan, { service }: Alarm, openedAt: EpochMs): SlaPolicy =>
  policyFor(plan.fleet.tickets, service, teamOf(plan, service), openedAt)

/** The priority of an alarm under a policy. */
export const priorityUnder = ({ hypercare }: SlaPolicy, { priority }: Alarm) =>
  flooredPriority(priority, hypercare !== null)

/** Clocks that are apart by less are taken to be in step. */
const SOON: DurationMs = seconds(1)

/** Now; but after what the ticket has heard of just now, as of two events of one millisecond either may count first. */
function timeOn({ tickets, now }: Plan, ticket: string): EpochMs {
  const last = tickets.get(ticket)?.timeline.at(-1)?.at ?? -Infinity
  return last >= now && last < now + SOON ? last + 1 : now
}

/** The head of an automatic event: the same of all browsers but for the time. */
export const headOf = (plan: Plan, ticket: string, id: string): EventHead => ({
  v: EVENT_VERSION,
  id,
  ticket,
  actor: AUTOMATIC,
  at: timeOn(plan, ticket),
})

/** Whether an event is in a ticket's log or about to be written. */
const isTold = ({ tickets, events }: Plan, ticket: string, id: string): boolean =>
  events.some((event) => event.ticket === ticket && event.id === id) ||
  (tickets.get(ticket)?.timeline.some(({ event }) => event.id === id) ?? false)

/** Writes an event once. */
export function tell(plan: Plan, event: TicketEvent): void {
  if (!isTold(plan, event.ticket, event.id)) plan.events.push(event)
}

/** More beginnings of one signal than these are not told on a ticket: by then somebody has to look. */
const MOST_STRETCHES = 50

/** Tells a ticket, known or about to be opened, that something belongs to it from `since` on. */
export function tellBegin(plan: Plan, ticket: string, alarm: Alarm, since: EpochMs): void {
  const known = plan.tickets.get(ticket)
  const n = 1 + (known === undefined ? 0 : (stretchOf(known, alarm.key)?.n ?? 0))
  if (n > MOST_STRETCHES) return
  const { key, service, title } = writableAlarm(alarm)
  const head = headOf(plan, ticket, automaticId('add', key, n))
  tell(plan, { ...head, kind: 'signal_added', data: { key, service, title, since } })
}

/** Tells a ticket that the `n`-th stretch of a signal is over. */
export function tellEnd(plan: Plan, ticket: string, key: string, n: number, clearedAt: EpochMs): void {
  const head = headOf(plan, ticket, automaticId('clear', key, n))
  tell(plan, { ...head, kind: 'signal_cleared', data: { key, clearedAt } })
}
