import type { Fleet } from '#src/domain/fleet/fleet.ts'

/** A pod that the gateway forwards to; the Prometheus source is one as well, of a service called `sources`. */
export type PodTarget = {
  readonly service: string
  readonly pod: string
  /** The pod's base URL; its path ends in a slash. */
  readonly base: URL
  /** Path of the gateway that stands for the base URL: `/fleet/orders/orders-1/`. */
  readonly prefix: string
  /** Whether the browser's cookies and Authorization travel on to the pod, and the pod's cookies back. */
  readonly credentials: boolean
}

/** Targets by service name, then by pod name. */
export type PodTable = ReadonlyMap<string, ReadonlyMap<string, PodTarget>>

// A lone surrogate makes encodeURIComponent throw; a URL cannot carry one anyway. A star is a wildcard to Caddy.
const encodeName = (name: string): string =>
  encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '\u{FFFD}')).replaceAll('*', '%2A')

/** Where a pod is reached through the gateway, relative to the fleet file: `fleet/orders/orders-1/`. */
export const gatewayPath = (service: string, pod: string): string =>
  `fleet/${encodeName(service)}/${encodeName(pod)}/`

/** The base URL of a pod with a path that ends in a slash; null where it is relative and nothing is known to resolve it. */
export function podBase(url: string, fleetUrl: URL | null): URL | null {
  if (!URL.canParse(url, fleetUrl?.href)) return null
  const base = new URL(url, fleetUrl ?? undefined)
  if (base.protocol !== 'http:' && base.protocol !== 'https:') return null
  if (!base.pathname.endsWith('/')) base.pathname += '/'
  return base
}

/** Every pod of the fleet that has an address of its own. `fleetUrl`: where the fleet file came from, if from the web. */
export function podTable(fleet: Fleet, fleetUrl: URL | null): PodTable {
  const table = new Map<string, Map<string, PodTarget>>()
  for (const { name: service, pods, credentials } of fleet.services) {
    const targets = new Map<string, PodTarget>()
    for (const { name: pod, url } of pods) {
      const base = podBase(url, fleetUrl)
      if (base === null) continue
      const prefix = `/${gatewayPath(service, pod)}`
      targets.set(pod, { service, pod, base, prefix, credentials: credentials === 'include' })
    }
    table.set(service, targets)
  }
  return table
}

/** Every target, in the order of the fleet file. */
export const allTargets = (table: PodTable): PodTarget[] =>
  [...table.values()].flatMap((pods) => Array.from(pods.values()))
