import type { ClockName } from '#src/domain/sla/clockFace.ts'
import type { TicketRow } from './ticketRow.ts'

/** What of a ticket is looked at to see that it got worse. */
export type WorseningRow = Pick<TicketRow, 'id' | 'code' | 'title' | 'priority' | 'state' | 'breaches'>

/** What got worse between two looks at the board. */
export type BoardWorsening = {
  /** Open tickets that were not there before, the gravest first. */
  readonly opened: readonly WorseningRow[]
  /** Tickets that were there and have a higher priority now. */
  readonly raised: readonly WorseningRow[]
  /** Clocks that ran out. */
  readonly breached: readonly { readonly row: WorseningRow; readonly clock: ClockName }[]
}

const isOpen = ({ state }: WorseningRow): boolean => state !== 'resolved' && state !== 'merged'

const byGravity = (a: WorseningRow, b: WorseningRow): number => a.priority - b.priority

/**
 * What got worse on the board, for who does not see it: new tickets, raised priorities, clocks that ran out. What is only
 * different, or better, is nothing. Rows that did not change are the same objects and cost nothing.
 */
export function boardWorsening(
  before: ReadonlyMap<string, WorseningRow>,
  now: ReadonlyMap<string, WorseningRow>,
): BoardWorsening {
  const changed = [...now.values()].filter((row) => isOpen(row) && before.get(row.id) !== row)
  const known = changed.flatMap((row) => {
    const was = before.get(row.id)
    return was === undefined ? [] : [{ row, was }]
  })
  return {
    opened: changed.filter(({ id }) => !before.has(id)).toSorted(byGravity),
    raised: known.filter(({ row, was }) => row.priority < was.priority).map(({ row }) => row),
    breached: known.flatMap(({ row, was }) => {
      const [last] = row.breaches.toReversed()
      return last === undefined || row.breaches.length <= was.breaches.length
        ? []
        : [{ row, clock: last.clock }]
    }),
  }
}
