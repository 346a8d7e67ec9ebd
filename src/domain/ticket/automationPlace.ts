import type { Alarm } from '#src/domain/alert/alarm.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { isOpen, openHome } from './automationHomes.ts'
import type { Plan } from './automationPlan.ts'
import { type Stretch, stretchOf } from './automationStretch.ts'
import type { Ticket } from './ticket.ts'

/** Where an alarm that fires belongs. */
export type Place =
  /** On a ticket that is open; it may be there already. */
  | { readonly kind: 'on'; readonly ticket: Ticket }
  /** On a ticket that is about to be opened. */
  | { readonly kind: 'opening'; readonly ticket: string }
  /** On its own way: what dragged it down is well since `at`, and it is not. It leaves the ticket of that one. */
  | { readonly kind: 'leaves'; readonly ticket: Ticket; readonly stretch: Stretch; readonly at: EpochMs }
  /** It stands for itself. */
  | { readonly kind: 'alone' }
  /** Nothing is done: what drags it down will have a ticket, or is to have none. */
  | { readonly kind: 'waits' }

const ALONE: Place = { kind: 'alone' }
const WAITS: Place = { kind: 'waits' }

function openingOf({ openings }: Plan, key: string): Place | null {
  const opening = openings.find(({ of }) => of.key === key)
  return opening === undefined ? null : { kind: 'opening', ticket: opening.ticket }
}

/** The ticket of another on which it is still told to go on. */
function hostOf(plan: Plan, key: string): { readonly ticket: Ticket; readonly stretch: Stretch } | null {
  for (const ticket of plan.homes.of(key).guestOf) {
    const stretch = stretchOf(ticket, key)
    if (stretch !== null && stretch.clearedAt === null) return { ticket, stretch }
  }
  return null
}

/** Under a root: on the root's ticket. */
function placeUnder(plan: Plan, { key }: Alarm, rootKey: string): Place {
  const host = hostOf(plan, key)
  if (host !== null) return { kind: 'on', ticket: host.ticket }
  const home = openHome(plan.homes.of(rootKey))
  if (home !== null) return { kind: 'on', ticket: home }
  const opening = openingOf(plan, rootKey)
  if (opening !== null) return opening
  const root = plan.present.get(rootKey)
  if (root === undefined || root.state === 'clear') return ALONE
  return root.state === 'unknown' || root.automatic ? WAITS : ALONE
}

/** No longer under a root: it stays with it until that one has been well for as long as it takes to open a ticket. */
function placeAfter(plan: Plan, { key, delay }: Alarm): Place | null {
  const host = hostOf(plan, key)
  if (host === null) return null
  const { ticket, stretch } = host
  const at = stretchOf(ticket, ticket.dedupKey)?.clearedAt ?? null
  const stays = at === null || plan.now - at < delay
  return stays ? { kind: 'on', ticket } : { kind: 'leaves', ticket, stretch, at: Math.max(at, stretch.since) }
}

/** One service that a check and an Alertmanager both tell of is one incident. */
function placeWithOther(plan: Plan, { service, source }: Alarm): Place | null {
  if (service === null) return null
  const open = plan.homes.openFor(service).find((ticket) => ticket.source !== source)
  if (open !== undefined) return { kind: 'on', ticket: open }
  const opening = plan.openings.find(({ of }) => of.service === service && of.source !== source)
  return opening === undefined ? null : { kind: 'opening', ticket: opening.ticket }
}

/** Where an alarm that fires belongs, of all tickets that are open or about to be opened. */
export function placeOf(plan: Plan, alarm: Alarm): Place {
  const home = openHome(plan.homes.of(alarm.key))
  if (home !== null && isOpen(home)) return { kind: 'on', ticket: home }
  if (alarm.root !== null) return placeUnder(plan, alarm, alarm.root)
  return placeAfter(plan, alarm) ?? placeWithOther(plan, alarm) ?? ALONE
}
