import type { Fleet, Pod, Service } from '#src/domain/fleet/fleet.ts'
import { gatewayPath, podBase, type PodTable, type PodTarget } from './podTarget.ts'
import { SOURCE_NAMES, sourcePath, type SourceName, type SourceTargets } from './sourceTarget.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function rewritePod(pod: Pod, service: string, table: PodTable): Pod {
  const target = table.get(service)?.get(pod.name)
  if (target === undefined) return pod
  // As it is written where that is a whole URL: people look for what they know.
  const own = podBase(pod.url, null) === null ? target.base.href : pod.url
  return { name: pod.name, url: gatewayPath(service, pod.name), shownUrl: pod.shownUrl ?? own }
}

function rewriteService(service: unknown, known: Service | undefined, table: PodTable): unknown {
  if (known === undefined || !isObject(service)) return service
  const { url: _, ...rest } = service
  return { ...rest, pods: known.pods.map((pod) => rewritePod(pod, known.name, table)) }
}

/** As `rewritePod`: the address of its own is shown, the gateway's is asked. */
function rewriteSource(written: unknown, name: SourceName, fleet: Fleet, target: PodTarget | null): unknown {
  const known = fleet.sources[name]
  if (!isObject(written) || known === null || target === null) return written
  const own = podBase(known.url, null) === null ? target.base.href : known.url
  return { ...written, url: sourcePath(name), shownUrl: known.shownUrl ?? own }
}

function rewriteSources(sources: unknown, fleet: Fleet, targets: SourceTargets): unknown {
  if (!isObject(sources)) return sources
  const names = SOURCE_NAMES.filter((name) => sources[name] !== undefined)
  const rewritten = names.map((name) => [name, rewriteSource(sources[name], name, fleet, targets[name])])
  return { ...sources, ...Object.fromEntries(rewritten) }
}

/**
 * The fleet file as the page gets it: everything as it was written, but each pod that the table knows has its gateway
 * path for a URL, with its name and, to be shown, its own URL beside it; and so has each source, where `targets` knows
 * a place to forward to. `fleet` is what `parseFleet` made of `json`.
 */
export function rewriteFleet(json: unknown, fleet: Fleet, table: PodTable, targets: SourceTargets): unknown {
  if (!isObject(json)) return json
  const services = listOf(json['services']).map((service, i) =>
    rewriteService(service, fleet.services[i], table),
  )
  if (json['sources'] === undefined) return { ...json, services }
  return { ...json, sources: rewriteSources(json['sources'], fleet, targets), services }
}
