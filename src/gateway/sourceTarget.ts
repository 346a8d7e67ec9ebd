import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { PodAddress } from './podAddress.ts'
import { podBase, type PodTarget } from './podTarget.ts'

/** Where the Prometheus source of a fleet is reached through the gateway, relative to the fleet file. */
export const SOURCE_PATH = 'sources/prometheus/'

/** All that a page asks of it. Nothing that writes or deletes (`/api/v1/admin`, `/-/reload`) is forwarded. */
export const SOURCE_ENDPOINTS = ['api/v1/query', 'api/v1/query_range', 'api/v1/targets'] as const

/**
 * The Prometheus source as one more place that the gateway forwards to; null where the fleet names none, or one that
 * is relative to a file on disk.
 */
export function sourceTarget({ sources: { prometheus } }: Fleet, fleetUrl: URL | null): PodTarget | null {
  if (prometheus === null) return null
  const base = podBase(prometheus.url, fleetUrl)
  if (base === null) return null
  const credentials = prometheus.credentials === 'include'
  return { service: 'sources', pod: 'prometheus', base, prefix: `/${SOURCE_PATH}`, credentials }
}

/** Reads `/sources/prometheus/<path>?<query>` as it stands in the request line; a sentence for any other path. */
export function sourceAddress(requestTarget: string): Result<PodAddress, string> {
  const [path = ''] = requestTarget.split('?', 1)
  const rest = path.slice(SOURCE_PATH.length + 1)
  if (!SOURCE_ENDPOINTS.some((endpoint) => endpoint === rest)) {
    return err(`Of the source only ${SOURCE_ENDPOINTS.join(', ')} are forwarded.`)
  }
  return ok({ service: 'sources', pod: 'prometheus', rest, query: requestTarget.slice(path.length) })
}
