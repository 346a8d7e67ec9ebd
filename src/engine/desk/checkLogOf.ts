import { checkCalendar, type SigningDays, streakOf } from '#src/domain/check/checkCalendar.ts'
import type { CheckLog, CheckMornings, CheckSilences } from '#src/domain/check/checkLog.ts'
import { checkSilences } from '#src/domain/check/checkSilences.ts'
import { checkTickets } from '#src/domain/check/checkTickets.ts'
import { withNames } from '#src/domain/check/withNames.ts'
import { foldChecks } from '#src/domain/check/foldChecks.ts'
import type { SignOff } from '#src/domain/check/signOff.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { BUSINESS } from '#src/domain/sla/defaultPolicy.ts'
import { CHECKS } from '#src/domain/ticket/checksToken.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { Sending, TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketRowOf } from '#src/domain/ticket/ticketRowOf.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { DeskSources } from './answerDesk.ts'
import { sendingOf } from './boardView.ts'

const MOST_SIGN_OFFS = 200
/** Of all sign-offs together: those of a check with a hundred items are a message of their own. */
const MOST_MARKS_TOLD = 600

const withoutMarks = (signOff: SignOff): SignOff => ({ ...signOff, marks: [] })

/** Newest first: marks of those that there is no room for are left out. */
function signOffsTold(signOffs: readonly SignOff[]): readonly SignOff[] {
  let marks = 0
  return signOffs.slice(0, MOST_SIGN_OFFS).map((signOff) => {
    marks += signOff.marks.length
    return marks > MOST_MARKS_TOLD ? withoutMarks(signOff) : signOff
  })
}

function silencesTold(
  { alerts, watch: { fleet } }: Pick<DeskSources, 'alerts' | 'watch'>,
  now: EpochMs,
): CheckSilences {
  const source = fleet.sources.alertmanager
  const told = alerts.silences()
  if (source === null || told === null) return { kind: 'none' }
  const { asOf, why, silences } = told
  if (asOf === null) return { kind: 'unknown', why }
  return { kind: 'known', asOf, silences: checkSilences(silences, source, fleet, now) }
}

/** When the team looks at its fleet. A fleet without services has the mornings of none. */
function signingDays({ services, tickets }: Fleet): SigningDays {
  const business = tickets.policy.calendars[BUSINESS]
  const mornings = services[0]?.mornings ?? { at: 0, timeZone: business?.timeZone ?? 'UTC', days: [] }
  return { mornings, holidays: business?.holidays ?? [] }
}

function calendarTold(fleet: Fleet, signOffs: readonly SignOff[], now: EpochMs): CheckMornings {
  const signing = signingDays(fleet)
  const days = checkCalendar(signOffs, signing, now)
  return { ...signing, days, streak: streakOf(days) }
}

type Ended = { readonly sending: Sending; readonly row: TicketRow }

/** What ended is the same at any later time: it is worked out once. */
const endedRows = new WeakMap<Ticket, Ended>()

function rowOf(
  ticket: Ticket,
  { shelf, view, watch }: Pick<DeskSources, 'shelf' | 'view' | 'watch'>,
  now: EpochMs,
): TicketRow {
  const shown = view.row(ticket.id)
  if (shown !== null) return shown
  const sending = sendingOf(ticket, shelf.log)
  const known = endedRows.get(ticket)
  if (known?.sending === sending) return known.row
  const codeOf = (id: string): string => shelf.book.find(id)?.code ?? id
  const { automatic } = watch.fleet.tickets
  const row = ticketRowOf(ticket, { codeOf, sending, signalUnknown: false, automatic }, now)
  if (row.resolvedAt !== null) endedRows.set(ticket, { sending, row })
  return row
}

/** Everybody who is known by name: the team, who is on its rota, and who has signed a check. */
const namesIn = ({ tickets, rota }: Fleet, signOffs: readonly SignOff[]): readonly string[] => [
  ...new Set([
    ...tickets.people.map(({ name }) => name),
    ...(rota?.people ?? []),
    ...signOffs.map(({ by }) => by),
  ]),
]

/** What a morning check takes from the log, as of `now` by the clock of the team's engine where there is one. */
export function checkLogOf(
  sources: Pick<DeskSources, 'shelf' | 'view' | 'watch' | 'alerts'>,
  from: EpochMs,
  now: EpochMs,
): CheckLog {
  const { shelf, watch } = sources
  const { signOffs, watches } = foldChecks(shelf.book.log(CHECKS), now)
  const names = namesIn(watch.fleet, signOffs)
  const tickets = checkTickets(shelf.book.all().values(), { from, to: now }, (ticket) =>
    rowOf(ticket, sources, now),
  )
  return {
    signOffs: signOffsTold(signOffs),
    watches,
    tickets: tickets.map((ticket) => withNames(ticket, names)),
    silences: silencesTold(sources, now),
    calendar: calendarTold(watch.fleet, signOffs, now),
  }
}
