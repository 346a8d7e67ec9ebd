import type { CheckTicket } from '#src/domain/check/checkLog.ts'
import { type ClockFace, faceAt } from '#src/domain/sla/clockFace.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { ticketDeeds, ticketFacts } from '#src/domain/wording/checkTicketWords.ts'
import { checkMoment, lasting } from '#src/domain/wording/checkTimeWords.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { reportTexts } from '#src/domain/wording/reportTexts.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import type { ReportRow, ReportSection } from './checkReport.ts'
import { reportRow, reportSection, ticketLink } from './reportRow.ts'
import type { ReportSource } from './reportSource.ts'

const words = reportTexts.clock

/** As many deeds of one ticket are told one by one. */
const MOST_DEEDS = 4

/** A clock that runs, as it stood when the check was made: with the moment it is due, as nobody sees it run. */
function clockText(face: ClockFace, reader: Reader): string {
  const { standing, left } = faceAt(face, reader.now)
  const name = ticketTexts.clock[face.clock]
  if (standing === 'paused')
    return left < 0 ? words.pausedOver(name, lasting(-left)) : words.paused(name, lasting(left))
  if (face.due === null) return words.noDue(name)
  const due = checkMoment(face.due, reader)
  if (standing === 'breached') return words.breached(name, due)
  return standing === 'at-risk' ? words.atRisk(name, due) : words.running(name, due)
}

const clockLine = ({ row }: CheckTicket, reader: Reader): string =>
  [row.tta, row.trs]
    .filter(({ state }) => state !== 'stopped')
    .map((face) => clockText(face, reader))
    .join('; ')

/** What people did to it, the newest of it. */
function deedLines(ticket: CheckTicket, reader: Reader): readonly string[] {
  const deeds = ticketDeeds(ticket, reader)
  const hidden = deeds.length - MOST_DEEDS
  return hidden <= 0 ? deeds : [reportTexts.deedsBefore(hidden), ...deeds.slice(-MOST_DEEDS)]
}

function ticketRow(ticket: CheckTicket, from: EpochMs, reader: Reader, isOpen: boolean): ReportRow {
  const { code, priority, title, service, state, assignee } = ticket.row
  const facts = ticketFacts(ticket, from, reader)
  return reportRow({
    name: reportTexts.ticketName(code, priority, title),
    when: [service, ticketTexts.state[state], assignee === null ? null : reportTexts.assigned(assignee)]
      .filter((part) => part !== null)
      .join(', '),
    lines: [facts.join('; '), ...(isOpen ? [clockLine(ticket, reader)] : []), ...deedLines(ticket, reader)],
    link: ticketLink(code),
  })
}

/** Tickets that are open, with their clocks, and those that are over, with what they took. */
export function ticketSections({ check, reader }: ReportSource): readonly ReportSection[] {
  const { open, opened, breached, restored } = check.tickets
  const isOpen = new Set(open.map(({ row }) => row.id))
  const others = new Map([...restored, ...breached, ...opened].map((ticket) => [ticket.row.id, ticket]))
  const over = [...others.values()].filter(({ row }) => !isOpen.has(row.id))
  return [
    ...reportSection(
      'open',
      open.map((ticket) => ticketRow(ticket, check.from, reader, true)),
    ),
    ...reportSection(
      'restored',
      over.map((ticket) => ticketRow(ticket, check.from, reader, false)),
    ),
  ]
}
