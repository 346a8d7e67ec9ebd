import { type ClockFace, faceAt } from '#src/domain/sla/clockFace.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { TicketMention } from '#src/domain/verdict/ticketMention.ts'
import type { TicketRow } from './ticketRow.ts'

type Waiting = Pick<TicketMention, 'trouble' | 'clock' | 'since' | 'due'>

/** What one clock asks for; null where it is in time, paused, or over. */
function askedBy(face: ClockFace, now: EpochMs): Waiting | null {
  const { standing } = faceAt(face, now)
  const { clock, due, breachedAt, atRiskAt } = face
  if (standing === 'breached') return { trouble: 'breached', clock, since: breachedAt ?? due ?? now, due }
  return standing === 'at-risk' ? { trouble: 'at-risk', clock, since: atRiskAt ?? now, due } : null
}

/** A P1 asks for somebody from its first moment on (product.md, section 5, the row of tickets). */
const untaken = ({ priority, state, openedAt, tta }: TicketRow): Waiting | null =>
  priority === 1 && state === 'new'
    ? { trouble: 'unacknowledged', clock: 'tta', since: openedAt, due: tta.due }
    : null

/**
 * What a ticket asks of people at `now`, the worst of it; null for one that asks for nothing, is over, or is about to
 * resolve itself: all that opened it is well, and nobody has to act.
 */
export function mentionOf(row: TicketRow, now: EpochMs): TicketMention | null {
  if (row.state === 'resolved' || row.state === 'merged' || row.restoring !== null) return null
  const asked = [askedBy(row.trs, now), askedBy(row.tta, now)].filter((one) => one !== null)
  const worst = asked.find(({ trouble }) => trouble === 'breached') ?? untaken(row) ?? asked[0]
  return worst === undefined ? null : { code: row.code, priority: row.priority, ...worst }
}
