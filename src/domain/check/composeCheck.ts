import type { ServiceNight } from '#src/domain/night/night.ts'
import type { CheckInput, CheckRow } from './checkInput.ts'
import {
  goneItem,
  orphanItem,
  type ItemPlace,
  rootAmong,
  serviceItem,
  serviceKey,
  ticketItem,
  ticketKey,
} from './checkItems.ts'
import type { CheckTicket } from './checkLog.ts'
import type { CheckItem, MorningCheck, StandingWatch } from './morningCheck.ts'
import { SEEN_ENOUGH, unseenFor } from './seenWell.ts'
import { byTicketUrgency, ownTickets, ticketsSince } from './ticketsSince.ts'
import { walkOrder } from './walkOrder.ts'
import { isWatchOver } from './watchOver.ts'

/** Services that the fleet names no more. A night tells of those only that were in it, or were taken out in it. */
const goneOf = (night: CheckInput['night'], rows: ReadonlyMap<string, CheckRow>): readonly ServiceNight[] =>
  night.services.filter(({ name, standing }) => standing === 'gone' && !rows.has(name))

function standingWatches(
  { log, night, now }: CheckInput,
  rows: ReadonlyMap<string, CheckRow>,
): readonly StandingWatch[] {
  return log.watches.map((watch) => ({
    ...watch,
    isOver: isWatchOver(watch, rows.get(watch.service ?? '') ?? null, night, now),
  }))
}

/** Tickets by the service that they belong to; under the empty name those of no service that has an item. */
function ticketsByService(
  tickets: readonly CheckTicket[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, readonly CheckTicket[]> {
  const by = new Map<string, CheckTicket[]>()
  for (const ticket of tickets.toSorted(byTicketUrgency)) {
    const service = known.has(ticket.row.service ?? '') ? (ticket.row.service ?? '') : ''
    by.set(service, [...(by.get(service) ?? []), ticket])
  }
  return by
}

const hasNews = ({ deploys, restarts, standing }: ServiceNight): boolean =>
  standing === 'new' || deploys.length + restarts.length > 0

/** Nothing to tell but that it is well: `well` and `partlySeen` tell it. */
const isPlain = ({ change, night }: CheckItem): boolean =>
  change === 'well' && (night === null || !hasNews(night))

function wellAndPartly(
  input: CheckInput,
  items: readonly CheckItem[],
): Pick<MorningCheck, 'well' | 'partlySeen'> {
  const quiet = items.filter(({ change }) => change === 'well' || change === 'watch' || change === 'ticket')
  const unseen = quiet.map(({ title, night }) => ({
    service: title,
    unseenFor: unseenFor(input.night, night),
  }))
  const partlySeen = unseen.filter((one) => one.unseenFor > SEEN_ENOUGH)
  const partly = new Set(partlySeen.map(({ service }) => service))
  return {
    well: items.filter((item) => isPlain(item) && !partly.has(item.title)).map(({ title }) => title),
    partlySeen,
  }
}

/**
 * What changed since `from`, as one value: what is red, orange or out of sight now, what was in between, what of tickets and
 * watches asks for somebody, and what can be said to have been well. One item a matter: a service with all its tickets.
 */
export function composeCheck(input: CheckInput): MorningCheck {
  const { title, from, to, now, last, light, counts, night, log } = input
  const rows = new Map(input.rows.map((row) => [row.name, row]))
  const nights = new Map(night.services.map((service) => [service.name, service]))
  const gone = goneOf(night, rows)
  const watches = standingWatches(input, rows)
  const watchOf = new Map(watches.map((watch) => [watch.item, watch]))
  const tickets = ownTickets(log.tickets)
  const byService = ticketsByService(tickets, new Set([...rows.keys(), ...gone.map(({ name }) => name)]))
  const placeOf = (name: string): Omit<ItemPlace, 'root'> => ({
    night: nights.get(name) ?? null,
    tickets: byService.get(name) ?? [],
    watch: watchOf.get(serviceKey(name)) ?? null,
  })
  const services = input.rows.map((row) =>
    serviceItem(row, { ...placeOf(row.name), root: rootAmong(row, rows) }, input),
  )
  const others = [
    ...gone.map((service) => goneItem(service, placeOf(service.name), from)),
    ...(byService.get('') ?? []).map((ticket) =>
      ticketItem(ticket, watchOf.get(ticketKey(ticket.row.id)) ?? null, from),
    ),
  ]
  const known = new Set([...services, ...others].map(({ key }) => key))
  const orphans = watches.filter(({ item }) => !known.has(item)).map(orphanItem)
  const items = [...services, ...others, ...orphans].filter((item) => !isPlain(item))
  return {
    title,
    from,
    to,
    now,
    last,
    light,
    counts,
    night,
    items: walkOrder(items, from),
    ...wellAndPartly(input, services),
    tickets: ticketsSince(tickets, from),
    watches,
    silences: log.silences,
  }
}
