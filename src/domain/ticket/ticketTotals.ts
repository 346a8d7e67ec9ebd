import type { TicketTotals } from '#src/domain/digest/ticketTotals.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { TicketMention } from '#src/domain/verdict/ticketMention.ts'
import { boardCounts } from './boardCounts.ts'
import type { TicketRow } from './ticketRow.ts'

function lightOf(mentions: readonly TicketMention[]): Light {
  if (mentions.some(({ trouble }) => trouble !== 'at-risk')) return 'red'
  return mentions.length > 0 ? 'orange' : 'green'
}

/** What the board comes to at `now`. `homeless`: what tickets ask for that belong to no service of the fleet. */
export function ticketTotals(
  rows: readonly TicketRow[],
  homeless: readonly TicketMention[],
  now: EpochMs,
): TicketTotals {
  const { open, unacknowledged, breached, atRisk, nextDue } = boardCounts(rows, now)
  return { open, unacknowledged, breached, atRisk, nextDue, light: lightOf(homeless) }
}
