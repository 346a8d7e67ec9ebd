import { buildCalendars } from './buildCalendars.ts'
import { calendarFaults } from './calendarFaults.ts'
import { faultAt } from './faultAt.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { isObject } from './isObject.ts'
import { joinPath } from './issueText.ts'
import { nearest } from './nearest.ts'
import { readPart } from './readPart.ts'
import { CALENDARS, SLA } from './slaFile.ts'
import { slaFaults } from './slaFaults.ts'
import { spanFaults } from './spanFaults.ts'
import { HYPERCARE, MAINTENANCE, PEOPLE } from './ticketsFile.ts'

type Json = Readonly<Record<string, unknown>>

const textsAt = (services: readonly unknown[], key: string): string[] =>
  services.flatMap((service) => {
    const text = isObject(service) ? service[key] : null
    return typeof text === 'string' ? [text.trim()] : []
  })

function targetFaults(tickets: Json): FleetIssue[] {
  const calendars = readPart(CALENDARS, tickets['calendars'] ?? {})
  const sla = readPart(SLA, tickets['sla'] ?? {})
  if (calendars === null) return []
  const faults = calendarFaults(calendars, 'tickets.calendars')
  // Lengths of time follow from calendars: while those are wrong, nothing is known of them.
  if (faults.length > 0 || sla === null) return faults
  return slaFaults(sla, buildCalendars(calendars, 'UTC'), 'tickets.sla')
}

/** Names and aliases that two people have, or one twice: who is meant would not be known. */
function peopleFaults(tickets: Json): FleetIssue[] {
  const firstAt = new Map<string, string>()
  return (readPart(PEOPLE, tickets['people'] ?? []) ?? []).flatMap((person, i) => {
    const at = joinPath('tickets.people', i)
    const names =
      typeof person === 'string'
        ? [{ name: person, path: at }]
        : [
            { name: person.name, path: joinPath(at, 'name') },
            ...(person.aliases ?? []).map((name, j) => ({
              name,
              path: joinPath(joinPath(at, 'aliases'), j),
            })),
          ]
    return names.flatMap(({ name, path }) => {
      const first = firstAt.get(name.toLowerCase())
      firstAt.set(name.toLowerCase(), first ?? path)
      if (first === undefined) return []
      const repair = `It is also at ${first}: rename one, or take one out.`
      return [faultAt(path, name, { expected: 'a name that stands for one person', repair })]
    })
  })
}

/** A name that is not among those known; `what`: of what it is the name. */
function unknownName(name: string, path: string, known: readonly string[], what: string): FleetIssue[] {
  if (known.includes(name)) return []
  const meant = nearest(name, known)
  const repair = meant === null ? 'Correct it, or take it out.' : `Did you mean "${meant}"?`
  return [faultAt(path, name, { expected: `the name of a ${what} of this file`, repair })]
}

function hypercareFaults(tickets: Json, services: readonly unknown[]): FleetIssue[] {
  const path = 'tickets.hypercare'
  const list = readPart(HYPERCARE, tickets['hypercare'] ?? []) ?? []
  const names = list.flatMap(({ service, team }, i) => {
    const at = joinPath(path, i)
    if ((service === undefined) === (team === undefined)) {
      return [faultAt(joinPath(at, 'service'), service ?? 'nothing', 'whose')]
    }
    return service === undefined
      ? unknownName(team ?? '', joinPath(at, 'team'), textsAt(services, 'team'), 'team')
      : unknownName(service, joinPath(at, 'service'), textsAt(services, 'name'), 'service')
  })
  return [...names, ...spanFaults(list, path)]
}

function maintenanceFaults(service: unknown, i: number): FleetIssue[] {
  const tickets = isObject(service) ? service['tickets'] : null
  const list = isObject(tickets) ? readPart(MAINTENANCE, tickets['maintenance'] ?? []) : null
  return spanFaults(list ?? [], `services[${i}].tickets.maintenance`)
}

/**
 * Faults of what is said about tickets that no single field shows. Each part that can be read is judged, whatever is
 * wrong with the others. `json`: a fleet file with a list of services.
 */
export function ticketFaults(json: Json): FleetIssue[] {
  const services = Array.isArray(json['services']) ? json['services'] : []
  const tickets = json['tickets']
  return [
    ...(isObject(tickets)
      ? [...targetFaults(tickets), ...peopleFaults(tickets), ...hypercareFaults(tickets, services)]
      : []),
    ...services.flatMap((service, i) => maintenanceFaults(service, i)),
  ]
}
