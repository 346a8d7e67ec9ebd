import type { Alarm } from '#src/domain/alert/alarm.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishAlarm as words } from '#src/domain/wording/englishAlarm.ts'
import { tellEnds, tellPast, tellResolved } from './automationEnd.ts'
import { lastHome } from './automationHomes.ts'
import { openTicket } from './automationOpen.ts'
import { placeOf } from './automationPlace.ts'
import {
  type AutomationInput,
  emptyPlan,
  headOf,
  type Plan,
  priorityUnder,
  shownSince,
  tell,
  tellBegin,
  tellEnd,
} from './automationPlan.ts'
import { DISAGREES_AFTER, stretchOf } from './automationStretch.ts'
import type { Ticket } from './ticket.ts'
import { AUTOMATIC, type TicketEvent } from './ticketEvent.ts'

/**
 * Since when something that fires begins anew on a ticket; null where it does not: it goes on there, or what ended it was
 * seen a moment ago and may just not have come here. `Stretch` of a signal that is new there: null.
 */
function beginsAnew(ticket: Ticket, alarm: Alarm, now: EpochMs): EpochMs | null {
  const stretch = stretchOf(ticket, alarm.key)
  if (stretch === null) return alarm.since
  const { clearedAt } = stretch
  if (clearedAt === null) return null
  if (shownSince(alarm) > clearedAt) return Math.max(alarm.since, clearedAt)
  return now - clearedAt >= DISAGREES_AFTER ? now : null
}

const hasLasted = (alarm: Alarm, now: EpochMs): boolean => now - shownSince(alarm) >= alarm.delay

const setByPerson = ({ timeline }: Ticket): boolean =>
  timeline.some(({ event }) => event.kind === 'requalified' && event.actor !== AUTOMATIC)

/** What turns out to be more urgent than its ticket raises it, once to each priority, where nobody has decided on one. */
function raise(plan: Plan, ticket: Ticket, alarm: Alarm): void {
  const to = priorityUnder(ticket.policy, alarm)
  if (to >= ticket.priority || !hasLasted(alarm, plan.now) || setByPerson(ticket)) return
  const reason = words.raised(alarm.title, alarm.why)
  const head = headOf(plan, ticket.id, `raise-${to}`)
  tell(plan, { ...head, kind: 'requalified', data: { from: ticket.priority, to, reason } })
}

function keepOn(plan: Plan, ticket: Ticket, alarm: Alarm): void {
  const since = beginsAnew(ticket, alarm, plan.now)
  if (since !== null) tellBegin(plan, ticket.id, alarm, since)
  raise(plan, ticket, alarm)
}

/** Whoever resolved a ticket that it was merged into knew that it went on. */
const isAsResolved = (last: Ticket, alarm: Alarm): boolean =>
  stretchOf(last, alarm.key) === null && shownSince(alarm) <= (last.resolution?.at ?? -Infinity)

/** The next episode: on the last ticket where it is back soon, on a new one later. */
function comeAgain(plan: Plan, alarm: Alarm): void {
  if (!hasLasted(alarm, plan.now)) return
  const last = lastHome(plan.homes.of(alarm.key))
  if (last === null) {
    openTicket(plan, alarm, alarm.since)
    return
  }
  const since = isAsResolved(last, alarm) ? null : beginsAnew(last, alarm, plan.now)
  if (since === null) return
  const isBackSoon = since - (last.resolution?.restoredAt ?? -Infinity) <= last.policy.reopenWindow
  if (isBackSoon) tellBegin(plan, last.id, alarm, since)
  else openTicket(plan, alarm, since)
}

function tellFiring(plan: Plan, alarm: Alarm): void {
  const place = placeOf(plan, alarm)
  switch (place.kind) {
    case 'on':
      keepOn(plan, place.ticket, alarm)
      return
    case 'opening':
      tellBegin(plan, place.ticket, alarm, alarm.since)
      return
    case 'leaves':
      // It counts for itself from when on the one that dragged it down is well.
      if (openTicket(plan, alarm, place.at) === null) return
      tellEnd(plan, place.ticket.id, alarm.key, place.stretch.n, place.at)
      return
    case 'alone':
      comeAgain(plan, alarm)
      return
    case 'waits':
  }
}

/** Roots before what they drag down, and checks before alerts; then the oldest first, and by key. */
const byTurn = (a: Alarm, b: Alarm): number =>
  Number(a.root !== null) - Number(b.root !== null) ||
  Number(a.source !== 'check') - Number(b.source !== 'check') ||
  a.since - b.since ||
  Number(a.key > b.key) - Number(a.key < b.key)

/**
 * What happens to tickets by itself, given what is known of them and how all alarms stand: the events that are to be
 * written. Pure and idempotent: once they are folded in, the same alarms soon give nothing more, and browsers that know
 * different parts of one log write events of the same ids, so that they come to one ticket.
 *
 * - What has fired for its delay and has no open ticket opens one; within the reopen window of the last restoration it
 *   belongs to the last ticket (R8), later to a new one that names it.
 * - What stands under a suspected root joins the root's ticket, and waits until there is one. Where the root is well and it
 *   goes on for its own delay it leaves: a ticket of its own counts from when the root was well.
 * - A check and an alert of one service share a ticket. Alerts of one service among themselves do not.
 * - What turns out more urgent than its ticket raises it, unless a person has set the priority.
 * - What is clear ends its part of a ticket, at most once a stretch. Where all parts have been clear for the resolve
 *   delay, the ticket is resolved with the moment of the last end as that of the restoration; not while it is paused or
 *   flapping, nor while this browser sees any part fire or cannot see it.
 * - Red counts more than green: who sees it green all along does not end what another began, and what goes on here for two
 *   minutes after another has ended it begins anew. What a person resolved while it fired stays so until it was clear.
 * - What is unknown, or switched off, changes nothing.
 * - What ended before anybody looked (`began`) is opened and resolved at once with its times, unless a ticket knows of it.
 *
 * At most 20 tickets are opened at once. `tickets` are those of the board, as merges have left them.
 */
export function automation(input: AutomationInput): readonly TicketEvent[] {
  if (!input.fleet.tickets.automatic) return []
  const plan = emptyPlan(input)
  const alarms = input.alarms.filter((alarm) => alarm.automatic).toSorted(byTurn)
  for (const alarm of alarms) tellPast(plan, alarm)
  for (const alarm of alarms) if (alarm.state === 'firing') tellFiring(plan, alarm)
  for (const alarm of alarms) if (alarm.state === 'clear') tellEnds(plan, alarm)
  tellResolved(plan)
  return plan.events
}
