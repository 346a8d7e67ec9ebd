import { faceAt } from '#src/domain/sla/clockFace.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'
import type { TicketRow } from './ticketRow.ts'

/** Why a ticket stands where it does: the first of these that applies, in this order. */
export type QueueGroupName = 'unacknowledged' | 'breached' | 'at-risk' | 'open' | 'paused' | 'resolved'

/** Tickets that want the same of people, the most urgent first. */
export type QueueGroup = { readonly group: QueueGroupName; readonly rows: readonly TicketRow[] }

/** A row with what it is sorted by: numbers, the smaller ones first. */
type Placed = {
  readonly row: TicketRow
  readonly group: QueueGroupName
  readonly order: readonly number[]
}

/** All of them, the most urgent first. */
export const QUEUE_GROUPS: readonly QueueGroupName[] = [
  'unacknowledged',
  'breached',
  'at-risk',
  'open',
  'paused',
  'resolved',
]

/** How long what is over is still shown. */
const SHOWN_RESOLVED = days(1)

/** Whether somebody still has to do something about it. */
export const isOpen = ({ state }: TicketRow): boolean => state !== 'resolved' && state !== 'merged'

/** A P1 or P2 that nobody has acknowledged. */
export const isUrgentAlone = (row: TicketRow): boolean => row.state === 'new' && row.priority <= 2

/** When the next of a row's clocks that still run is due; Infinity where none is, or nobody can tell. */
const nextDueOf = ({ tta, trs }: TicketRow): EpochMs =>
  Math.min(...[tta, trs].map(({ state, due }) => (state === 'stopped' ? Infinity : (due ?? Infinity))))

function placeOpen(row: TicketRow, now: EpochMs): Placed {
  const { priority } = row
  const readings = [faceAt(row.tta, now), faceAt(row.trs, now)]
  const least = (standing: 'breached' | 'at-risk'): number =>
    Math.min(...readings.map((reading) => (reading.standing === standing ? reading.left : Infinity)))
  const [overdue, remaining] = [least('breached'), least('at-risk')]
  if (isUrgentAlone(row)) return { row, group: 'unacknowledged', order: [priority, nextDueOf(row)] }
  if (overdue < Infinity) return { row, group: 'breached', order: [priority, overdue] }
  if (remaining < Infinity) return { row, group: 'at-risk', order: [remaining] }
  if (row.trs.state === 'paused') return { row, group: 'paused', order: [priority] }
  return { row, group: 'open', order: [priority, nextDueOf(row)] }
}

function placeOf(row: TicketRow, now: EpochMs): Placed | null {
  if (isOpen(row)) return placeOpen(row, now)
  const over = row.resolvedAt ?? row.restoredAt ?? row.openedAt
  return row.state === 'merged' || now - over >= SHOWN_RESOLVED
    ? null
    : { row, group: 'resolved', order: [0 - over] }
}

/** Infinity beside Infinity is no difference. */
const compare = (a: number, b: number): number => (a < b ? -1 : Number(a > b))

/** Of two rows of the same group. */
function inOrder(a: Placed, b: Placed): number {
  for (const [i, value] of a.order.entries()) {
    const difference = compare(value, b.order[i] ?? Infinity)
    if (difference !== 0) return difference
  }
  return compare(a.row.openedAt, b.row.openedAt) || (a.row.id < b.row.id ? -1 : Number(a.row.id > b.row.id))
}

/**
 * Who must act on what first at `now` (tickets, R12): P1 and P2 that nobody has acknowledged, by priority and then by
 * what is due first; breached ones by priority, the most overdue first; those at risk by what is left of their time; the
 * rest by priority and next due; paused ones; and what was resolved within the last 24 h, the latest first. What is
 * paused and late is late. Overdue and left are working time where a clock goes by a calendar. Equals stand by opening
 * and id, so the order follows from the rows alone. Merged tickets and empty groups are left out.
 */
export function queueOf(rows: readonly TicketRow[], now: EpochMs): readonly QueueGroup[] {
  const placed = rows.flatMap((row) => placeOf(row, now) ?? [])
  return QUEUE_GROUPS.map((group) => {
    const own = placed.filter((one) => one.group === group).toSorted(inOrder)
    return { group, rows: own.map(({ row }) => row) }
  }).filter((group) => group.rows.length > 0)
}
