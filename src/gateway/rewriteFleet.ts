import type { Fleet, Service } from '#src/domain/fleet/fleet.ts'
import { gatewayPath, type PodTable } from './podTarget.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function rewriteService(service: unknown, known: Service | undefined, table: PodTable): unknown {
  if (known === undefined || !isObject(service)) return service
  const pods = known.pods.map(({ name, url }) => ({
    name,
    url: table.get(known.name)?.has(name) ? gatewayPath(known.name, name) : url,
  }))
  // A service of one URL names its pod after itself, and so does the rewritten one.
  return service['url'] === undefined ? { ...service, pods } : { ...service, url: pods[0]?.url }
}

/**
 * The fleet file as the page gets it: everything as it was written, but each pod that the table knows
 * has its gateway path for a URL, and its name beside it. `fleet` is what `parseFleet` made of `json`.
 */
export function rewriteFleet(json: unknown, fleet: Fleet, table: PodTable): unknown {
  if (!isObject(json)) return json
  const services = listOf(json['services']).map((service, i) =>
    rewriteService(service, fleet.services[i], table),
  )
  return { ...json, services }
}
