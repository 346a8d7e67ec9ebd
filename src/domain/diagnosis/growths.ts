import type { Signal } from '#src/domain/signals/signal.ts'
import { limitAt, type Reason, type ReasonKind } from '#src/domain/verdict/reason.ts'
import type { Growth, Resource } from './finding.ts'

const BY_SIGNAL: Readonly<Partial<Record<Signal, Resource>>> = {
  memory: 'memory',
  heap: 'heap',
  cpu: 'cpu',
  goroutines: 'stacks',
  threads: 'stacks',
  fds: 'fds',
  disk: 'disk',
  queueDepth: 'queue',
  poolWaiting: 'pool',
  latencyP50: 'latency',
  latencyP99: 'latency',
  utilisation: 'workers',
  scrapeDuration: 'exposition',
  scrapeBytes: 'exposition',
  seriesCount: 'exposition',
}

/** The kinds that are about one resource whatever their signal is. */
const BY_KIND: Readonly<Partial<Record<ReasonKind, Resource>>> = {
  'pool-exhausted': 'pool',
  utilisation: 'workers',
  'event-loop': 'eventLoop',
  'gc-cpu': 'gc',
  'gc-pause': 'gc',
  'mutex-wait': 'locks',
  latency: 'latency',
  traffic: 'traffic',
  exposition: 'exposition',
}

type Evidence = Reason['pods'][number]

function signalOf(pod: Evidence | undefined): Signal | null {
  return pod !== undefined && 'signal' in pod ? pod.signal : null
}

/** The resource that a reason is about; null for one that is about none. */
function resourceOf({ kind, pods }: Reason): Resource | null {
  if (kind === 'drift' || kind === 'level') return BY_SIGNAL[signalOf(pods[0]) ?? 'uptime'] ?? null
  return BY_KIND[kind] ?? null
}

/** The steepest of a reason's slopes; null where it is no drift. */
function driftIn({ pods }: Reason): Growth['drift'] {
  let steepest: Growth['drift'] = null
  for (const pod of pods) {
    if (!('perHour' in pod)) continue
    if (steepest === null || pod.perHour > steepest.perHour)
      steepest = { signal: pod.signal, perHour: pod.perHour }
  }
  return steepest
}

function growthOf(resource: Resource, reasons: readonly Reason[]): Growth {
  const pods = [...new Set(reasons.flatMap((reason) => reason.pods.map(({ pod }) => pod)))]
  const limits = reasons.flatMap((reason) => reason.pods.map((pod) => limitAt(pod)))
  const reachedAt = Math.min(...limits)
  return {
    kind: 'growth',
    resource,
    pods,
    ofPods: Math.max(...reasons.map(({ ofPods }) => ofPods)),
    drift: reasons.map(driftIn).find((drift) => drift !== null) ?? null,
    reachedAt: Number.isFinite(reachedAt) ? reachedAt : null,
  }
}

/** Where the heap rises it is what memory rises by. */
const withoutMemory = (groups: ReadonlyMap<Resource, readonly Reason[]>) =>
  [...groups].filter(([resource]) => resource !== 'memory' || !groups.has('heap'))

/** What the reasons of a service say of its resources, in their order: each resource once. */
export function growths(reasons: readonly Reason[]): readonly Growth[] {
  const groups = new Map<Resource, Reason[]>()
  for (const reason of reasons) {
    const resource = resourceOf(reason)
    if (resource !== null) groups.set(resource, [...(groups.get(resource) ?? []), reason])
  }
  return withoutMemory(groups).map(([resource, group]) => growthOf(resource, group))
}
