import type { FleetIssue } from './fleetIssue.ts'
import { isObject } from './isObject.ts'
import { joinPath, printable } from './issueText.ts'
import { mappedFaults } from './mappedFaults.ts'
import { rotaFaults } from './rotaFaults.ts'
import { sourceFaults } from './sourceFaults.ts'
import { ticketFaults } from './ticketFaults.ts'
import { zoneFaults } from './zoneFaults.ts'

type Json = Readonly<Record<string, unknown>>

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const nameOf = (value: unknown): string | null =>
  isObject(value) && typeof value['name'] === 'string' ? value['name'].trim() : null

function duplicates(items: readonly unknown[], path: string, what: string): FleetIssue[] {
  const firstAt = new Map<string, number>()
  return items.flatMap((item, i) => {
    const name = nameOf(item)
    if (name === null) return []
    const first = firstAt.get(name)
    if (first === undefined) {
      firstAt.set(name, i)
      return []
    }
    return [
      {
        path: joinPath(joinPath(path, i), 'name'),
        found: printable(name),
        expected: `a name that no other ${what} has`,
        repair: `It is also at ${joinPath(joinPath(path, first), 'name')}: rename one, or merge the two.`,
      },
    ]
  })
}

function podFaults(service: Json, path: string): FleetIssue[] {
  const pods = service['pods']
  const hasUrl = service['url'] !== undefined
  if (hasUrl && pods !== undefined) {
    return [
      {
        path: joinPath(path, 'pods'),
        found: 'both url and pods',
        expected: 'either url or pods',
        repair: 'Move the url into the list of pods.',
      },
    ]
  }
  if (hasUrl || (Array.isArray(pods) && pods.length > 0))
    return duplicates(listOf(pods), `${path}.pods`, 'pod of the service')
  if (pods !== undefined && !Array.isArray(pods)) return []
  return [
    {
      path: joinPath(path, 'url'),
      found: 'nothing',
      expected: 'a url, or a list of pods that is not empty',
      repair: 'Add "url": "http://10.0.0.7:8080".',
    },
  ]
}

const serviceFaults = (service: Json, path: string): FleetIssue[] => [
  ...podFaults(service, path),
  ...mappedFaults(service['signals'], joinPath(path, 'signals')),
]

const zoneOf = (value: unknown): unknown => (isObject(value) ? value['timeZone'] : undefined)

/** Faults that no single field shows: duplicate names, a service without a pod, a time zone that there is not. */
export function meaningFaults(json: unknown): FleetIssue[] {
  if (!isObject(json) || !Array.isArray(json['services'])) return []
  const services = listOf(json['services'])
  return [
    ...zoneFaults(zoneOf(json['morning']), 'morning.timeZone'),
    ...sourceFaults(json['sources']),
    ...mappedFaults(json['signals'], 'signals'),
    ...ticketFaults(json),
    ...rotaFaults(json),
    ...duplicates(services, 'services', 'service'),
    ...services.flatMap((service, i) => (isObject(service) ? serviceFaults(service, `services[${i}]`) : [])),
  ]
}
