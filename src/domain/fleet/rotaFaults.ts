import { faultAt } from './faultAt.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { isObject } from './isObject.ts'
import { joinPath } from './issueText.ts'
import { nearest } from './nearest.ts'
import { readPart } from './readPart.ts'
import { ROTA } from './rotaFile.ts'
import { spanFaults } from './spanFaults.ts'
import { PEOPLE } from './ticketsFile.ts'
import { zoneFaults } from './zoneFaults.ts'

/** The names of tickets.people; null where there are none, or none that can be read: then anybody may have it. */
function listedPeople(tickets: unknown): readonly string[] | null {
  const people = isObject(tickets) ? readPart(PEOPLE, tickets['people'] ?? []) : null
  if (people === null || people.length === 0) return null
  return people.map((person) => (typeof person === 'string' ? person : person.name))
}

function unknownPerson(name: string, path: string, listed: readonly string[]): FleetIssue[] {
  if (listed.includes(name)) return []
  const meant = nearest(name, listed)
  const repair = meant === null ? 'Add it to tickets.people, or correct it.' : `Did you mean "${meant}"?`
  return [faultAt(path, name, { expected: 'a name out of tickets.people', repair })]
}

/** Faults of the rota that no single field shows: a zone that there is not, swaps backwards, people nobody knows. */
export function rotaFaults(json: Readonly<Record<string, unknown>>): FleetIssue[] {
  const rota = json['rota'] === undefined ? null : readPart(ROTA, json['rota'])
  if (rota === null) return []
  const listed = listedPeople(json['tickets'])
  const swaps = rota.swaps ?? []
  const strangers =
    listed === null
      ? []
      : [
          ...rota.people.flatMap((name, i) => unknownPerson(name, joinPath('rota.people', i), listed)),
          ...swaps.flatMap(({ who }, i) => unknownPerson(who, `rota.swaps[${i}].who`, listed)),
        ]
  return [...zoneFaults(rota.timeZone, 'rota.timeZone'), ...strangers, ...spanFaults(swaps, 'rota.swaps')]
}
