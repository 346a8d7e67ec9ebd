import { isUnderstood } from './ticketEvent.ts'
import type { Ticket } from './ticket.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

type Merge = { readonly from: string; readonly into: string; readonly at: EpochMs; readonly event: string }

/** The merge by which a ticket was merged last; null where it was not. */
function mergeOf({ id, mergedInto, timeline }: Ticket): Merge | null {
  if (mergedInto === null) return null
  const undone = timeline.findLastIndex(
    ({ event }) => isUnderstood(event) && event.kind === 'unmerged' && event.data.from === mergedInto,
  )
  const merge = timeline
    .slice(undone + 1)
    .find(
      ({ event }) => isUnderstood(event) && event.kind === 'merged_into' && event.data.into === mergedInto,
    )
  return merge === undefined ? null : { from: id, into: mergedInto, at: merge.at, event: merge.event.id }
}

const compareMerges = (a: Merge, b: Merge): number =>
  a.at - b.at || (a.event < b.event ? -1 : Number(a.event > b.event)) || (a.from < b.from ? -1 : 1)

/** The ticket that another one ends up in. `merges`: without circles, by the id of what was merged. */
export function survivorOf(merges: ReadonlyMap<string, string>, id: string): string {
  let survivor = id
  for (let next = merges.get(id); next !== undefined; next = merges.get(survivor)) survivor = next
  return survivor
}

/**
 * What was merged into what, by id. Where merges would make a circle the earlier ones count; one into a ticket that is
 * not known here does not count yet, as nobody would see either of the two.
 */
export function mergesOf(tickets: ReadonlyMap<string, Ticket>): ReadonlyMap<string, string> {
  const asked = [...tickets.values()].flatMap((ticket) => mergeOf(ticket) ?? []).sort(compareMerges)
  const merges = new Map<string, string>()
  for (const { from, into } of asked)
    if (tickets.has(into) && survivorOf(merges, into) !== from) merges.set(from, into)
  return merges
}
