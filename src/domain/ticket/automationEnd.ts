import type { Alarm } from '#src/domain/alert/alarm.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { englishAlarm as words } from '#src/domain/wording/englishAlarm.ts'
import { isOpen, lastHome, openHome } from './automationHomes.ts'
import { openTicket } from './automationOpen.ts'
import { headOf, type Plan, shownSince, tell, tellEnd } from './automationPlan.ts'
import { beginnings, DISAGREES_AFTER, stretchOf } from './automationStretch.ts'
import { stateAt } from './stateAt.ts'
import type { Ticket, TicketSignal } from './ticket.ts'

/** What was stored of the past tells of an episode to the minute or so: what touches it within this is the same. */
const SAME_WITHIN = minutes(2)
/** An end that is told long after it was is not acted on before others could have disagreed. */
const HEARD_AFTER: DurationMs = DISAGREES_AFTER + minutes(1)

/** Where an end may have to be told: on tickets that are open, and on the last one that a person resolved before it. */
function hosts(plan: Plan, key: string): readonly Ticket[] {
  const homes = plan.homes.of(key)
  const last = lastHome(homes)
  const open = [...homes.own, ...homes.guestOf].filter(isOpen)
  return last === null ? open : [...open, last]
}

/** Ends what goes on with an alarm's key, where it was seen to end after it began. */
export function tellEnds(plan: Plan, alarm: Alarm): void {
  const { key, since, began } = alarm
  const seen = began === undefined ? shownSince(alarm) : since
  for (const ticket of hosts(plan, key)) {
    const stretch = stretchOf(ticket, key)
    if (stretch === null || stretch.clearedAt !== null || seen <= stretch.since) continue
    tellEnd(plan, ticket.id, key, stretch.n, since > stretch.since ? since : seen)
  }
}

function touches({ openedAt, resolution }: Ticket, began: EpochMs, ended: EpochMs): boolean {
  const restoredAt = resolution?.restoredAt ?? Infinity
  return openedAt <= ended + SAME_WITHIN && restoredAt >= began - SAME_WITHIN
}

/** Whether a ticket is about what happened to an alarm's service between two moments. */
function isKnown({ tickets, homes }: Plan, { key, service }: Alarm, began: EpochMs, ended: EpochMs): boolean {
  if (homes.of(key).own.some((ticket) => touches(ticket, began, ended))) return true
  return [...tickets.values()].some(
    (ticket) => service !== null && ticket.service === service && touches(ticket, began, ended),
  )
}

function tellRestored(plan: Plan, ticket: string, n: number, restoredAt: EpochMs, note: string): void {
  const head = headOf(plan, ticket, `resolve-${n}`)
  tell(plan, { ...head, kind: 'resolved', data: { restoredAt, note, cause: 'incident' } })
}

/** A ticket for what began and ended before anybody looked, where it lasted for long enough and none is known of it. */
export function tellPast(plan: Plan, alarm: Alarm): void {
  const { began, since, delay, key, state } = alarm
  if (state !== 'clear' || began === undefined || since - began < delay) return
  if (isKnown(plan, alarm, began, since)) return
  const ticket = openTicket(plan, alarm, began)
  if (ticket === null) return
  tellEnd(plan, ticket, key, 1, since)
  tellRestored(plan, ticket, 1, since, words.endedBefore)
}

/** Whether nothing that is seen here speaks against its being well. What has gone to a ticket of its own does not. */
function isUndisputed({ present, events, homes }: Plan, ticket: Ticket): boolean {
  const begins = events.some((event) => event.ticket === ticket.id && event.kind === 'signal_added')
  const isWell = ({ key }: TicketSignal): boolean => {
    const alarm = present.get(key)
    if (alarm === undefined || (openHome(homes.of(key)) ?? ticket) !== ticket) return true
    return alarm.state === 'clear' && alarm.automatic
  }
  return !begins && ticket.signals.every(isWell)
}

/** Whoever still sees it red has had the time to say so, since it was told that it ended. */
function isHeard({ now }: Plan, { timeline, policy }: Ticket): boolean {
  const ends = timeline.filter(({ event }) => event.kind === 'signal_cleared')
  return now - (ends.at(-1)?.at ?? now) >= Math.min(policy.resolveDelay, HEARD_AFTER)
}

/** Resolves what has been well for its resolve delay. */
export function tellResolved(plan: Plan): void {
  for (const ticket of plan.homes.open) {
    const { id, wellSince, flapping, policy } = ticket
    if (wellSince === null || plan.now - wellSince < policy.resolveDelay) continue
    if (flapping !== null || stateAt(ticket, plan.now) === 'paused') continue
    if (!isHeard(plan, ticket) || !isUndisputed(plan, ticket)) continue
    tellRestored(plan, id, beginnings(ticket), wellSince, words.autoResolved)
  }
}
