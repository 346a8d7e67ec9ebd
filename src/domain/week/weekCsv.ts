import { csvMinutes } from '#src/domain/statistics/csvMinutes.ts'
import { csvMoment } from '#src/domain/statistics/csvMoment.ts'
import { type CsvCell, csvText } from '#src/domain/statistics/csvText.ts'
import { englishWeek } from '#src/domain/wording/englishWeek.ts'
import type { WeekDrift, WeekSeen, WeekService, WeekTickets } from './week.ts'
import { weekTotals } from './weekTotals.ts'

const names = englishWeek.csvColumn

const HEAD = [
  names.from,
  names.to,
  names.service,
  names.seen,
  names.available,
  names.green,
  names.orange,
  names.red,
  names.spells,
  names.deploys,
  names.failed,
  names.unseen,
  names.caught,
  names.reached,
  names.standing,
  names.driftsUnseen,
]

const OF_TICKETS = [names.tickets, names.ttaN, names.tta, names.trsN, names.trs, names.broken]

const OUTCOMES = ['caught', 'reached', 'standing', 'unseen'] as const

const SHARE_PLACES = 1e6

/** To be calculated with: more places than a screen shows. What is not all of it is never written as all. */
const share = (available: number | null): number | null =>
  available === null ? null : Math.floor(available * SHARE_PLACES) / SHARE_PLACES

const counts = (drifts: readonly WeekDrift[]): readonly CsvCell[] =>
  OUTCOMES.map((outcome) => drifts.filter((drift) => drift.outcome === outcome).length)

const serviceCells = (service: WeekService, drifts: readonly WeekDrift[]): readonly CsvCell[] => [
  service.name,
  csvMinutes(service.seenFor),
  share(service.available),
  csvMinutes(service.greenFor),
  csvMinutes(service.orangeFor),
  csvMinutes(service.redFor),
  service.redSpells,
  service.deploys,
  service.failedDeploys,
  service.unseenDeploys,
  ...counts(drifts.filter((drift) => drift.service === service.name)),
]

/** Of all services: shares of them are not averaged, as each was seen for another time. */
function allCells(seen: WeekSeen): readonly CsvCell[] {
  const { watchedFor, redSpells, deploys, failedDeploys, unseenDeploys } = weekTotals(seen)
  const none = [null, null, null, null]
  return [
    names.all,
    csvMinutes(watchedFor),
    ...none,
    redSpells,
    deploys,
    failedDeploys,
    unseenDeploys,
    ...counts(seen.drifts),
  ]
}

function ticketCells(tickets: WeekTickets | null): readonly CsvCell[] {
  if (tickets === null) return OF_TICKETS.map(() => null)
  const { figures, breaches } = tickets
  return [
    figures.n,
    figures.tta.n,
    csvMinutes(figures.tta.median),
    figures.trsNet.n,
    csvMinutes(figures.trsNet.median),
    breaches.byTime + breaches.byRequalification,
  ]
}

/**
 * A week as CSV: a line for all of it, which the tickets belong to, and one a service. Moments are in UTC, durations in
 * minutes; what is not known is empty.
 */
export function weekCsv(seen: WeekSeen, tickets: WeekTickets | null): string {
  const span = [csvMoment(seen.from), csvMoment(seen.to)]
  return csvText(
    [...HEAD, ...OF_TICKETS],
    [
      [...span, ...allCells(seen), ...ticketCells(tickets)],
      ...seen.services.map((service) => [
        ...span,
        ...serviceCells(service, seen.drifts),
        ...ticketCells(null),
      ]),
    ],
  )
}
