import type { Fleet, Pod, Service } from '#src/domain/fleet/fleet.ts'
import { gatewayPath, podBase, type PodTable } from './podTarget.ts'

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

/**
 * The fleet file as the page gets it: everything as it was written, but each pod that the table knows has its gateway
 * path for a URL, with its name and, to be shown, its own URL beside it. `fleet` is what `parseFleet` made of `json`.
 */
export function rewriteFleet(json: unknown, fleet: Fleet, table: PodTable): unknown {
  if (!isObject(json)) return json
  const services = listOf(json['services']).map((service, i) =>
    rewriteService(service, fleet.services[i], table),
  )
  return { ...json, services }
}
