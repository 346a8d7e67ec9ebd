import { EXPECTATIONS } from './expectations.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { joinPath, printable } from './issueText.ts'
import { sourceFaults } from './sourceFaults.ts'

const words = (key: string): Pick<FleetIssue, 'expected' | 'repair'> =>
  EXPECTATIONS[key] ?? { expected: '', repair: '' }

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

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

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function morningFaults(morning: unknown): FleetIssue[] {
  const zone = isObject(morning) ? morning['timeZone'] : undefined
  if (typeof zone !== 'string' || isZone(zone)) return []
  return [{ path: 'morning.timeZone', found: printable(zone), ...words('timeZone') }]
}

/** Faults that no single field shows: duplicate names, a service without a pod, a time zone that there is not. */
export function meaningFaults(json: unknown): FleetIssue[] {
  if (!isObject(json) || !Array.isArray(json['services'])) return []
  const services = listOf(json['services'])
  return [
    ...morningFaults(json['morning']),
    ...sourceFaults(json['sources']),
    ...duplicates(services, 'services', 'service'),
    ...services.flatMap((service, i) => (isObject(service) ? podFaults(service, `services[${i}]`) : [])),
  ]
}
