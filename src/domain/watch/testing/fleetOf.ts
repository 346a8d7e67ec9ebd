import type { Fleet, Service } from '#src/domain/fleet/fleet.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'

type ServiceSpec = number | ({ readonly pods: number } & Readonly<Record<string, unknown>>)

const podsOf = (name: string, count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${name}-${i + 1}`, url: `http://${name}-${i + 1}:8080` }))

/**
 * For tests: the fleet of a file that names services with so many pods each (`orders-1`, `orders-2`, …), or with
 * `{ pods: 2, … }` and whatever else a service says. `file` is what stands beside the services.
 */
export function fleetOf(services: Readonly<Record<string, ServiceSpec>>, file: object = {}): Fleet {
  const parsed = parseFleet({
    ...file,
    services: Object.entries(services).map(([name, spec]) => {
      const { pods, ...rest } = typeof spec === 'number' ? { pods: spec } : spec
      return Object.assign(rest, { name, pods: podsOf(name, pods) })
    }),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

/** For tests: the one service of a fleet, `orders`, with a pod unless told otherwise. */
export function serviceOf(spec: ServiceSpec = 1, file: object = {}): Service {
  const [service] = fleetOf({ orders: spec }, file).services
  if (service === undefined) throw new Error('a fleet has a service')
  return service
}
