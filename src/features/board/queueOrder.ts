import { QUEUE_GROUPS, type QueueGroupName, queueOf } from '#src/domain/ticket/queueOf.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** Where every ticket of the board stands, by id. */
export type QueueOrder = readonly { readonly group: QueueGroupName; readonly ids: readonly string[] }[]

/** The order of the queue at a moment. */
export const orderOf = (rows: ReadonlyMap<string, TicketRow>, now: EpochMs): QueueOrder =>
  queueOf([...rows.values()], now).map(({ group, rows: its }) => ({ group, ids: its.map(({ id }) => id) }))

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i])

/** Whether two orders are the same. */
export const sameOrder = (a: QueueOrder, b: QueueOrder): boolean =>
  a.length === b.length &&
  a.every(({ group, ids }, i) => group === b[i]?.group && sameIds(ids, b[i]?.ids ?? []))

const places = (order: QueueOrder): ReadonlyMap<string, QueueGroupName> =>
  new Map(order.flatMap(({ group, ids }) => ids.map((id) => [id, group] as const)))

/** How many stand in another place among those that are in both. */
function outOfPlace(before: readonly string[], after: readonly string[]): number {
  const [had, has] = [new Set(before), new Set(after)]
  const stayed = after.filter((id) => had.has(id))
  return before.filter((id) => has.has(id)).filter((id, i) => id !== stayed[i]).length
}

/**
 * An order that is held, with what has come since at the end of its group: a new ticket is seen at once, and nothing moves
 * but what stands below it. The same order where nothing came.
 */
export function withNewcomers(shown: QueueOrder, next: QueueOrder): QueueOrder {
  const known = places(shown)
  const fresh = new Map(next.map(({ group, ids }) => [group, ids.filter((id) => !known.has(id))]))
  if ([...fresh.values()].every((ids) => ids.length === 0)) return shown
  const before = new Map(shown.map(({ group, ids }) => [group, ids]))
  return QUEUE_GROUPS.flatMap((group) => {
    const ids = [...(before.get(group) ?? []), ...(fresh.get(group) ?? [])]
    return ids.length === 0 ? [] : [{ group, ids }]
  })
}

/** How many tickets would move, or come, if an order that is held gave way to the next. */
export function movedBetween(shown: QueueOrder, next: QueueOrder): number {
  const before = places(shown)
  const elsewhere = [...places(next)].filter(([id, group]) => before.get(id) !== group).length
  if (elsewhere > 0) return elsewhere
  const ids = (order: QueueOrder): readonly string[] => order.flatMap((group) => group.ids)
  return outOfPlace(ids(shown), ids(next))
}
