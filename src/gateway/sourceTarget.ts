import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { PodAddress } from './podAddress.ts'
import { podBase, type PodTarget } from './podTarget.ts'

/** What a fleet file may name beside its services. */
export const SOURCE_NAMES = ['prometheus', 'alertmanager'] as const
export type SourceName = (typeof SOURCE_NAMES)[number]

/** How a person calls it. */
export const SOURCE_TITLES: Readonly<Record<SourceName, string>> = {
  prometheus: 'Prometheus source',
  alertmanager: 'Alertmanager',
}

/** The sources that are forwarded to; null for one that the fleet file does not name. */
export type SourceTargets = Readonly<Record<SourceName, PodTarget | null>>

/** Where a source of a fleet is reached through the gateway, relative to the fleet file. */
export const sourcePath = (name: SourceName): string => `sources/${name}/`

/** A path of a source, and whether a page writes there as well. */
export type SourceEndpoint = { readonly path: string; readonly writes: boolean }

const reading = (path: string): SourceEndpoint => ({ path, writes: false })

/**
 * All that a page asks of them. Nothing else is forwarded, above all nothing that deletes (`/api/v1/admin`,
 * `/-/reload`, `DELETE /api/v2/silence/…`): a silence is ended by writing it anew.
 */
export const SOURCE_ENDPOINTS: Readonly<Record<SourceName, readonly SourceEndpoint[]>> = {
  prometheus: ['api/v1/query', 'api/v1/query_range', 'api/v1/targets'].map(reading),
  alertmanager: [
    reading('api/v2/alerts'),
    reading('api/v2/status'),
    { path: 'api/v2/silences', writes: true },
  ],
}

function targetOf(name: SourceName, { sources }: Fleet, fleetUrl: URL | null): PodTarget | null {
  const source = sources[name]
  const base = source === null ? null : podBase(source.url, fleetUrl)
  if (source === null || base === null) return null
  const credentials = source.credentials === 'include'
  return { service: 'sources', pod: name, base, prefix: `/${sourcePath(name)}`, credentials }
}

/**
 * The sources as more places that the gateway forwards to; null for one that the fleet does not name, or names by a
 * URL that is relative to a file on disk.
 */
export const sourceTargets = (fleet: Fleet, fleetUrl: URL | null): SourceTargets => ({
  prometheus: targetOf('prometheus', fleet, fleetUrl),
  alertmanager: targetOf('alertmanager', fleet, fleetUrl),
})

/** Which source a path of the gateway is below: `/sources/prometheus/…`; null for any other path. */
export const sourceAt = (path: string): SourceName | null =>
  SOURCE_NAMES.find((name) => path.startsWith(`/${sourcePath(name)}`)) ?? null

/** The source to which something may be written at a path of the gateway; null where nothing may. */
export const writableSource = (path: string): SourceName | null =>
  SOURCE_NAMES.find((name) =>
    SOURCE_ENDPOINTS[name].some(
      (endpoint) => endpoint.writes && path === `/${sourcePath(name)}${endpoint.path}`,
    ),
  ) ?? null

/** Reads `/sources/<name>/<path>?<query>` as it stands in the request line; a sentence for any other path. */
export function sourceAddress(name: SourceName, requestTarget: string): Result<PodAddress, string> {
  const [path = ''] = requestTarget.split('?', 1)
  const rest = path.slice(sourcePath(name).length + 1)
  const known = SOURCE_ENDPOINTS[name].map((endpoint) => endpoint.path)
  if (!known.includes(rest))
    return err(`Of the ${SOURCE_TITLES[name]} only ${known.join(', ')} are forwarded.`)
  return ok({ service: 'sources', pod: name, rest, query: requestTarget.slice(path.length) })
}
