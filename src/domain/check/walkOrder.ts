import type { EpochMs } from '#src/domain/time/units.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import type { CheckChange, CheckItem } from './morningCheck.ts'
import { isBreachedSince, isOpen, isOpenedSince } from './ticketsSince.ts'

/** What asks for somebody first; red that somebody has acknowledged comes at the end of red. */
const RANK: Readonly<Record<CheckChange, number>> = {
  'new-red': 0,
  worse: 1,
  'still-red': 2,
  'new-orange': 4,
  better: 5,
  'still-orange': 6,
  unseen: 7,
  ticket: 9,
  recovered: 10,
  watch: 11,
  gone: 12,
  well: 13,
}
const WAITS = 2.5
const ACKED = 3
const OVER = 8

/** A ticket of no service has no light that would bring it forward. */
const waits = ({ service, tickets }: CheckItem): boolean =>
  service === null &&
  tickets.some((ticket) => isOpen(ticket) && (ticket.row.priority === 1 || ticket.row.breaches.length > 0))

function rankOf(item: CheckItem): number {
  const { change, ackedRed, watch, night } = item
  if (waits(item)) return WAITS
  if (ackedRed !== null) return ACKED
  if (change === 'well' && (night?.restarts.length ?? 0) > 0) return RANK.recovered
  return watch?.isOver === true ? Math.min(RANK[change], OVER) : RANK[change]
}

const limitOf = ({ drifts }: CheckItem): EpochMs =>
  Math.min(...drifts.map(({ reachedAt }) => reachedAt ?? Infinity))

/** 0 for tickets that were breached, 1 for those that were opened, else 2. */
function ticketRank({ tickets }: CheckItem, from: EpochMs): number {
  if (tickets.some((ticket) => isBreachedSince(ticket, from))) return 0
  return tickets.some((ticket) => isOpenedSince(ticket, from)) ? 1 : 2
}

const priorityOf = ({ tickets }: CheckItem): number =>
  Math.min(...tickets.map(({ row: { priority } }) => priority))

/** The gravest that it was in the night: 0 for red. */
const nightRank = ({ night }: CheckItem): number =>
  Math.min(...(night?.spells ?? []).map(({ light }) => lightRank(light)))

const begunAt = ({ since, night }: CheckItem): EpochMs => since ?? night?.spells[0]?.from ?? Infinity

/** What puts an item before another, the smaller the sooner. */
const placeOf = (item: CheckItem, from: EpochMs): readonly number[] => [
  rankOf(item),
  item.ackedRed?.at ?? 0,
  limitOf(item),
  ticketRank(item, from),
  priorityOf(item),
  nightRank(item),
  begunAt(item),
]

const byName = new Intl.Collator('en', { numeric: true }).compare

function byUrgency(from: EpochMs): (a: CheckItem, b: CheckItem) => number {
  return (a, b) => {
    const [places, others] = [placeOf(a, from), placeOf(b, from)]
    const i = places.findIndex((place, at) => place !== others[at])
    if (i < 0) return byName(a.title, b.title) || (a.key < b.key ? -1 : 1)
    return (places[i] ?? 0) < (others[i] ?? 0) ? -1 : 1
  }
}

/**
 * Items in the order of a walk: red, orange, what cannot be seen, watches that are over, tickets, what recovered, what is
 * gone or well. What stands under a suspected root follows it at once, and the root comes as soon as the most urgent of them.
 */
export function walkOrder(items: readonly CheckItem[], from: EpochMs): readonly CheckItem[] {
  const compare = byUrgency(from)
  const sorted = items.toSorted(compare)
  const byKey = new Map(sorted.map((item) => [item.key, item]))
  const under = new Map<string, CheckItem[]>()
  const order: string[] = []
  for (const item of sorted) {
    const root = item.root === null ? undefined : byKey.get(`s/${item.root}`)
    const head = root === undefined || root.root !== null ? item.key : root.key
    const group = under.get(head)
    if (group === undefined) order.push(head)
    under.set(head, head === item.key ? (group ?? []) : [...(group ?? []), item])
  }
  return order.flatMap((key) => {
    const head = byKey.get(key)
    const followers = under.get(key) ?? []
    return head === undefined ? [] : [head].concat(followers)
  })
}
