import { faceAt } from '#src/domain/sla/clockFace.ts'
import { PRIORITIES, type Priority } from '#src/domain/sla/priority.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { isOpen, isUrgentAlone } from './queueOf.ts'
import type { TicketRow } from './ticketRow.ts'

/** A board in numbers: of its open tickets. */
export type BoardCounts = {
  readonly open: number
  readonly byPriority: readonly { readonly priority: Priority; readonly count: number }[]
  /** P1 and P2 that nobody has acknowledged. */
  readonly unacknowledged: number
  readonly breached: number
  /** Those that are not breached by their other clock. */
  readonly atRisk: number
  /** When the next clock is due that is not breached yet; null where none runs. */
  readonly nextDue: EpochMs | null
}

/** Counts a board's open tickets at `now`. A ticket may be unacknowledged and breached, and counts for both. */
export function boardCounts(rows: readonly TicketRow[], now: EpochMs): BoardCounts {
  const open = rows.filter(isOpen)
  let [breached, atRisk, next] = [0, 0, Infinity]
  for (const { tta, trs } of open) {
    const standings = new Set([faceAt(tta, now).standing, faceAt(trs, now).standing])
    if (standings.has('breached')) breached += 1
    else if (standings.has('at-risk')) atRisk += 1
    for (const { state, due } of [tta, trs])
      if (state !== 'stopped' && due !== null && due >= now) next = Math.min(next, due)
  }
  return {
    open: open.length,
    byPriority: PRIORITIES.map((priority) => ({
      priority,
      count: open.filter((row) => row.priority === priority).length,
    })),
    unacknowledged: open.filter(isUrgentAlone).length,
    breached,
    atRisk,
    nextDue: next < Infinity ? next : null,
  }
}
