import type { Signal } from '#src/domain/signals/signal.ts'
import { limitAt, type Reason, type ReasonKind } from '#src/domain/verdict/reason.ts'
import type { Growth, Level, Resource } from './finding.ts'
import type { LastLevel } from './lastLevels.ts'

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

/** The levels that a reason tells; a drift tells of its limit in another way. */
const levelsIn = ({ kind, pods }: Reason): readonly Level[] =>
  kind === 'level' ? pods.map(({ value, bound }) => ({ share: value / bound, readAt: null })) : []

/** The label that one of its pods names. */
function growsIn({ pods }: Reason): Growth['grows'] {
  for (const pod of pods) if ('grows' in pod && pod.grows !== undefined) return pod.grows
  return null
}

const fullest = (levels: readonly Level[]): Level | null =>
  levels.toSorted((a, b) => b.share - a.share)[0] ?? null

/** All that tells of one resource. */
type Signs = { readonly reasons: readonly Reason[]; readonly levels: readonly LastLevel[] }

function growthOf(resource: Resource, { reasons, levels }: Signs, ofPods: number): Growth {
  const told = reasons.flatMap((reason) => reason.pods.map(({ pod }) => pod))
  const limits = reasons.flatMap((reason) => reason.pods.map((pod) => limitAt(pod)))
  const reachedAt = Math.min(...limits)
  const all: readonly Level[] = [...reasons.flatMap(levelsIn), ...levels]
  const level = fullest(all)
  return {
    kind: 'growth',
    resource,
    pods: [...new Set([...told, ...levels.map(({ pod }) => pod)])],
    ofPods,
    drift: reasons.map(driftIn).find((drift) => drift !== null) ?? null,
    reachedAt: Number.isFinite(reachedAt) ? reachedAt : null,
    level: level === null ? null : { share: level.share, readAt: level.readAt },
    grows: reasons.map(growsIn).find((grows) => grows !== null) ?? null,
  }
}

/** Where the heap rises it is what memory rises by. */
const withoutMemory = (groups: ReadonlyMap<Resource, Signs>) =>
  [...groups].filter(([resource]) => resource !== 'memory' || !groups.has('heap'))

/**
 * What the reasons of a service say of its resources, and the levels that pods told last: each resource once, in the order
 * of the reasons; but first a metrics page that grows by a label, which fills the heap and memory as well. `ofPods`: how many
 * pods the service has.
 */
export function growths(
  reasons: readonly Reason[],
  levels: readonly LastLevel[],
  ofPods: number,
): readonly Growth[] {
  const groups = new Map<Resource, Signs>()
  const add = (resource: Resource | null, { reasons: more, levels: last }: Signs): void => {
    if (resource === null) return
    const known = groups.get(resource) ?? { reasons: [], levels: [] }
    groups.set(resource, { reasons: [...known.reasons, ...more], levels: [...known.levels, ...last] })
  }
  for (const reason of reasons) add(resourceOf(reason), { reasons: [reason], levels: [] })
  for (const level of levels) add(BY_SIGNAL[level.signal] ?? null, { reasons: [], levels: [level] })
  const all = withoutMemory(groups).map(([resource, signs]) => growthOf(resource, signs, ofPods))
  return all.toSorted((a, b) => Number(b.grows !== null) - Number(a.grows !== null))
}
