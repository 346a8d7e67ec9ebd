import { defaultPolicy } from '#src/domain/sla/defaultPolicy.ts'
import type { Priority } from '#src/domain/sla/priority.ts'
import type { SlaPolicy } from '#src/domain/sla/slaPolicy.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import { buildCalendars } from './buildCalendars.ts'
import { buildSla } from './buildSla.ts'
import type { FleetFile } from './fleetFile.ts'
import { durationOr } from './durationOr.ts'
import { endIn, momentIn } from './localMoment.ts'
import { priorityOf } from './priorityOf.ts'
import type { AgreedHypercare, NatsEngine, Person, ServiceTickets, TicketSettings } from './ticketSettings.ts'

type TicketsFile = NonNullable<FleetFile['tickets']>
type ServiceFile = FleetFile['services'][number]

const DEFAULT_BOARD = 'run'

/** How long a red verdict has to last until it opens a ticket: it has been confirmed by a second probe already. */
const OPEN_AFTER: Readonly<Record<Priority, DurationMs>> = {
  1: minutes(1),
  2: minutes(2),
  3: minutes(5),
  4: minutes(10),
  5: minutes(15),
}

function buildOpenAfter(file: TicketsFile['openAfter']): Readonly<Record<Priority, DurationMs>> {
  return {
    1: durationOr(file?.P1, OPEN_AFTER[1]),
    2: durationOr(file?.P2, OPEN_AFTER[2]),
    3: durationOr(file?.P3, OPEN_AFTER[3]),
    4: durationOr(file?.P4, OPEN_AFTER[4]),
    5: durationOr(file?.P5, OPEN_AFTER[5]),
  }
}

function buildPolicy(file: TicketsFile, timeZone: string): SlaPolicy {
  const usual = defaultPolicy(timeZone)
  const calendars = buildCalendars(file.calendars, timeZone)
  return {
    targets: buildSla(file.sla, calendars),
    calendars,
    pausesP1: file.pauseP1 ?? usual.pausesP1,
    resolveDelay: durationOr(file.resolveAfter, usual.resolveDelay),
    reopenWindow: durationOr(file.reopenWithin, usual.reopenWindow),
    hypercare: null,
  }
}

/** The name of a board's stream in NATS, where nobody gave it another. */
export const streamOf = (board: string): string => `TICKETS_${board}`

const buildNats = (nats: TicketsFile['nats'], board: string): NatsEngine | null =>
  nats === undefined ? null : { url: nats.url, stream: nats.stream ?? streamOf(board) }

const buildPerson = (person: NonNullable<TicketsFile['people']>[number]): Person =>
  typeof person === 'string'
    ? { name: person, aliases: [] }
    : { name: person.name, aliases: person.aliases ?? [] }

type SpanFile = NonNullable<NonNullable<ServiceFile['tickets']>['maintenance']>[number]

const buildSpan = ({ from, to, reason }: SpanFile, timeZone: string) => ({
  from: momentIn(from, timeZone) ?? 0,
  to: endIn(to, timeZone) ?? 0,
  reason,
})

const buildHypercare = (
  file: NonNullable<TicketsFile['hypercare']>[number],
  timeZone: string,
): AgreedHypercare => ({
  service: file.service ?? null,
  team: file.team ?? null,
  ...buildSpan(file, timeZone),
})

/** How the tickets of a fleet are opened, judged, kept and shared. `timeZone`: that of times which name none. */
export function buildTickets({ tickets: file = {} }: FleetFile, timeZone: string): TicketSettings {
  const board = file.board ?? DEFAULT_BOARD
  return {
    board,
    nats: buildNats(file.nats, board),
    policy: buildPolicy(file, timeZone),
    automatic: file.automatic ?? true,
    openAfter: buildOpenAfter(file.openAfter),
    projects: [...new Set(file.projects)],
    people: (file.people ?? []).map(buildPerson),
    hypercare: (file.hypercare ?? []).map((one) => buildHypercare(one, timeZone)),
  }
}

/** What of a service's tickets is its own; a project that is not named is its team. */
export function buildServiceTickets({ tickets: own, team }: ServiceFile, timeZone: string): ServiceTickets {
  return {
    automatic: own?.automatic ?? true,
    project: own?.project ?? team ?? null,
    priority: own?.priority === undefined ? null : priorityOf(own.priority),
    maintenance: (own?.maintenance ?? []).map((span) => buildSpan(span, timeZone)),
  }
}
