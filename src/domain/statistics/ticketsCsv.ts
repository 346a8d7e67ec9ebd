import { breachesOf } from '#src/domain/sla/breachesOf.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { stateAt } from '#src/domain/ticket/stateAt.ts'
import { ticketCode } from '#src/domain/ticket/ticketCode.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishTicket } from '#src/domain/wording/englishTicket.ts'
import { englishCsv } from '#src/domain/wording/englishCsv.ts'
import { csvMinutes } from './csvMinutes.ts'
import { csvMoment } from './csvMoment.ts'
import { type CsvCell, csvText } from './csvText.ts'
import { runFigures } from './runFigures.ts'

const { ticket: names, priority } = englishCsv

const codeOf = (id: string | null): string | null => (id === null ? null : ticketCode(id))

const reopenings = ({ cycles }: Ticket): number =>
  cycles.length - 1 + cycles.reduce((sum, { reopens }) => sum + reopens, 0)

type Column = readonly [name: string, value: (ticket: Ticket) => CsvCell]

const COLUMNS: readonly Column[] = [
  [names.code, ({ code }) => code],
  [names.title, ({ title }) => title],
  [names.service, ({ service }) => service],
  [names.project, ({ project }) => project],
  [names.priority, (ticket) => priority(ticket.priority)],
  [names.firstPriority, (ticket) => priority(ticket.priorities[0]?.to ?? ticket.priority)],
  [names.source, ({ source }) => source],
  [names.cause, ({ resolution }) => (resolution === null ? null : englishTicket.cause[resolution.cause])],
  [names.began, ({ openedAt }) => csvMoment(openedAt)],
  [names.seen, ({ detectedAt }) => csvMoment(detectedAt)],
  [names.acknowledged, ({ cycles }) => csvMoment(cycles.at(-1)?.ackAt ?? null)],
  [names.restored, ({ cycles }) => csvMoment(cycles.at(-1)?.restoredAt ?? null)],
  [names.reopened, reopenings],
  [names.merged, ({ mergedInto }) => codeOf(mergedInto)],
  [names.recurrence, ({ recurrenceOf }) => codeOf(recurrenceOf)],
]

const MEASURED = [
  names.state,
  names.tta,
  names.trsNet,
  names.trsGross,
  names.ttaBreaches,
  names.trsBreaches,
  names.requalifiedLate,
]

/** What depends on the time, or is read off the clocks. */
function measured(ticket: Ticket, now: EpochMs): readonly CsvCell[] {
  const run = runFigures(ticket, ticket.cycles.length - 1)
  const breaches = breachesOf(ticket, now)
  return [
    englishTicket.state[stateAt(ticket, now)],
    csvMinutes(run?.tta ?? null),
    csvMinutes(run?.trsNet ?? null),
    csvMinutes(run?.trsGross ?? null),
    breaches.filter(({ clock }) => clock === 'tta').length,
    breaches.filter(({ clock }) => clock === 'trs').length,
    breaches.filter(({ byRequalification }) => byRequalification).length,
  ]
}

/**
 * All tickets as CSV, the newest first: a line each, also of those that no figure counts. Moments are in UTC, durations in
 * minutes as the clocks of the ticket count them, of its last run and only where that has ended. No names of people.
 */
export const ticketsCsv = (tickets: readonly Ticket[], now: EpochMs): string =>
  csvText(
    [...COLUMNS.map(([name]) => name), ...MEASURED],
    tickets
      .toSorted((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? -1 : 1))
      .map((ticket) => COLUMNS.map(([, value]) => value(ticket)).concat(measured(ticket, now))),
  )
