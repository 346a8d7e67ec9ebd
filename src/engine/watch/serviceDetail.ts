import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import { isRead, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Asker } from '#src/engine/probe/asker.ts'
import type { Target } from '#src/engine/probe/target.ts'
import type { EndpointDetail, PodDetail, ServiceDetail } from '#src/engine/protocol.ts'
import type { Poller } from '#src/engine/schedule/poller.ts'

/** What the details are told from. */
export type DetailSources = {
  readonly watch: Watch
  readonly asker: Asker
  readonly poller: Poller
  readonly targets: readonly Target[]
}

const ENDPOINTS: readonly Endpoint[] = ['health', 'ready', 'metrics', 'version']

const keyOf = (service: string, pod: string): string => JSON.stringify([service, pod])

const indexes = new WeakMap<readonly Target[], Map<string, Target[]>>()

function indexOf(targets: readonly Target[]): Map<string, Target[]> {
  const index = new Map<string, Target[]>()
  for (const target of targets) {
    const key = keyOf(target.service.name, target.pod.name)
    const ofPod = index.get(key)
    if (ofPod === undefined) index.set(key, [target])
    else ofPod.push(target)
  }
  return index
}

/** The targets of one pod. Indexed once a fleet file: among ten thousand pods looking for each takes seconds. */
function targetsOfPod(targets: readonly Target[], service: string, pod: string): readonly Target[] {
  const index = indexes.get(targets) ?? indexOf(targets)
  indexes.set(targets, index)
  return index.get(keyOf(service, pod)) ?? []
}

function endpointDetail(
  { poller, asker, targets }: DetailSources,
  facts: PodFacts,
  endpoint: Endpoint,
  ports: Ports,
): EndpointDetail | null {
  const { service, pod } = facts
  const dueIn = poller.dueIn(service.name, pod.name, endpoint)
  const target = targetsOfPod(targets, service.name, pod.name).find((one) => one.endpoint === endpoint)
  if (dueIn === null || target === undefined) return null
  const track = facts.tracks[endpoint]
  return {
    endpoint,
    path: asker.pathOf(target),
    at: track?.at ?? null,
    took: track?.took ?? null,
    failure: track === null || track.result.ok ? null : track.result.error,
    nextAt: ports.now() + dueIn,
    holdsUntil: track === null ? null : track.at + track.freshFor,
  }
}

function podDetail(sources: DetailSources, facts: PodFacts, ports: Ports): PodDetail {
  const { tracks } = facts
  const { name, url, shownUrl } = facts.pod
  return {
    name,
    url,
    ...(shownUrl === undefined ? {} : { shownUrl }),
    endpoints: ENDPOINTS.flatMap((endpoint) => endpointDetail(sources, facts, endpoint, ports) ?? []),
    health: tracks.health?.lastReading?.value ?? null,
    healthAt: tracks.health?.lastReading?.at ?? null,
    version: facts.version,
    // What a pod told before it went is no present.
    signals: isRead(tracks.metrics, ports.now()) ? [...(facts.signals?.signals.values() ?? [])] : [],
    startedAt: facts.startedAt,
    recent: facts.recent,
    lastBad: facts.lastBad,
  }
}

/** Everything that is known of one service's pods; null when the fleet has no such service. */
export function serviceDetail(sources: DetailSources, name: string, ports: Ports): ServiceDetail | null {
  const service = sources.watch.services.get(name)
  if (service === undefined) return null
  const { freshUntil: holdsUntil } = service
  return {
    name,
    holdsUntil,
    pods: [...service.pods.values()].map((facts) => podDetail(sources, facts, ports)),
  }
}
