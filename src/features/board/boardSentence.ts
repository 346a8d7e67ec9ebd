import type { BoardCounts } from '#src/domain/ticket/boardCounts.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'

const { sentence: words } = ticketTexts.board

/** The board in one sentence: the worst that is on it, `2 tickets to acknowledge now`. */
export function boardSentence({ open, unacknowledged, breached, atRisk }: BoardCounts): string {
  if (open === 0) return words.none
  if (unacknowledged > 0) return words.act(unacknowledged)
  if (breached > 0) return words.breached(breached)
  return atRisk > 0 ? words.atRisk(atRisk) : words.open(open)
}
