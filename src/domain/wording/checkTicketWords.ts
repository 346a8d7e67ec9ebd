import type { CheckTicket } from '#src/domain/check/checkLog.ts'
import { personName } from '#src/domain/check/personName.ts'
import { isOpenedSince } from '#src/domain/check/ticketsSince.ts'
import { faceAt } from '#src/domain/sla/clockFace.ts'
import { AUTOMATIC } from '#src/domain/ticket/ticketEvent.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { checkMoment, lasting } from './checkTimeWords.ts'
import { englishCheckTicket as words } from './englishCheckTicket.ts'
import { eventWords } from './eventWords.ts'
import type { Reader } from './reasonEvidence.ts'
import { ticketTexts } from './ticketTexts.ts'

const nameOf = (actor: string, { assignee }: TicketRow): string => personName(actor, [assignee])

function openedText(ticket: CheckTicket, from: EpochMs, reader: Reader): string {
  const { openedAt } = ticket.row
  const moment = checkMoment(openedAt, reader)
  const again = ticket.deeds.findLast(({ event }) => event.kind === 'reopened')
  if (again !== undefined) return words.reopened(moment, checkMoment(again.at, reader))
  return isOpenedSince(ticket, from) ? words.opened(moment) : words.openSince(moment)
}

/** How long it took until somebody acknowledged it, or that nobody has. */
function ttaText({ row }: CheckTicket, reader: Reader): string {
  const { tta, ack } = row
  if (ack === null) return row.restoredAt === null ? words.notAcknowledged : words.neverAcknowledged
  const { spent, standing } = faceAt(tta, reader.now)
  const text = words.tta(lasting(spent), nameOf(ack.by, row))
  return standing === 'missed' ? words.over(text, lasting(tta.target)) : text
}

function restoredText({ row }: CheckTicket, reader: Reader): string | null {
  if (row.restoredAt === null) return null
  const { spent, standing } = faceAt(row.trs, reader.now)
  const text = words.restored(checkMoment(row.restoredAt, reader), lasting(spent))
  return standing === 'missed' ? words.over(text, lasting(row.trs.target)) : text
}

/**
 * What happened to a ticket and what it took: `opened 03:12`, `TTA 4 min by Anna`, `TRS breached 07:12`, `restored 07:40, TRS
 * 4 h 28 min, over the 4 h agreed`. `from`: since when the check looks. Lengths are of working time where its clock goes by it.
 */
export function ticketFacts(ticket: CheckTicket, from: EpochMs, reader: Reader): readonly string[] {
  const breached = ticket.row.breaches.filter(({ at }) => at >= from)
  return [
    openedText(ticket, from, reader),
    ttaText(ticket, reader),
    ...breached.map(({ clock, at }) => words.breached(ticketTexts.clock[clock], checkMoment(at, reader))),
    ticket.row.state === 'paused' ? ticketTexts.state.paused : null,
    restoredText(ticket, reader),
  ].filter((fact) => fact !== null)
}

/** Who did what to a ticket since then, in order: `03:40 Anna: assigned it to Boris`. What no person did is left out. */
export const ticketDeeds = ({ row, deeds }: CheckTicket, reader: Reader): readonly string[] =>
  deeds
    .filter(({ event, redacted }) => event.actor !== AUTOMATIC && !redacted)
    .map(({ at, event }) =>
      words.deed(
        checkMoment(at, reader),
        nameOf(event.actor, row),
        eventWords(event, { codes: {}, ...reader }),
      ),
    )
