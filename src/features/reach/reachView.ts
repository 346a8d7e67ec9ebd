import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { failurePhrase, failureSentence } from '#src/domain/wording/failureWords.ts'
import { gatherFixes, type ReachFix, reachFixes } from '#src/domain/wording/reachFix.ts'
import type { Detail } from '#src/state/screen.ts'
import { podAddress } from '#src/ui/podAddress.ts'

type Pod = Detail['pods'][number]
export type ReachEndpoint = Pod['endpoints'][number]

/** How one endpoint came out. `none`: the pod has none; that is no fault of it while another can be read. */
export type ReachOutcome = 'read' | 'failed' | 'none' | 'waiting'

/** A pod of which something cannot be read, with the endpoints that fail in the same way. */
export type FailedPod = {
  readonly service: string
  readonly pod: string
  /** Its own address, to be read. */
  readonly shown: string
  readonly endpoints: readonly {
    readonly endpoint: ReachEndpoint['endpoint']
    /** Null while none is known. */
    readonly path: string | null
    readonly address: string
  }[]
  /** When the newest of these failures was seen. */
  readonly at: EpochMs | null
}

/** All that fails in the same way, and what mends it. */
export type FailedGroup = {
  readonly what: string
  readonly meaning: string
  readonly fixes: readonly ReachFix[]
  readonly endpoints: number
  readonly pods: readonly FailedPod[]
}

/** How many endpoints came out how. */
export type ReachCounts = Readonly<Record<ReachOutcome, number>>

/** One service whole, for those who want to see what is well. */
export type ReachService = {
  readonly name: string
  readonly counts: ReachCounts
  /** The longest that one of its endpoints took that was read. */
  readonly slowest: DurationMs | null
  readonly pods: readonly {
    readonly name: string
    readonly endpoints: readonly {
      readonly of: ReachEndpoint
      readonly outcome: ReachOutcome
      readonly address: string
    }[]
  }[]
}

export type ReachView = {
  readonly counts: ReachCounts
  /** What most pods suffer from first. */
  readonly groups: readonly FailedGroup[]
  /** By name. */
  readonly services: readonly ReachService[]
}

/** Where the page and its fleet file are: pods may have addresses relative to the file. */
export type ReachedFrom = { readonly fleetUrl: string; readonly origin: string }

const NOTHING: ReachCounts = { read: 0, failed: 0, none: 0, waiting: 0 }

/** A pod that answers nowhere has no endpoint at all: that is to be mended, and its health is where. */
const answersNowhere = ({ endpoints }: Pod): boolean =>
  endpoints.every(({ at, failure }) => at === null || failure?.kind === 'not-found')

/** How an endpoint of a pod came out. */
export function outcomeOf(endpoint: ReachEndpoint, pod: Pod): ReachOutcome {
  const { at, failure } = endpoint
  if (at === null || failure?.kind === 'aborted') return 'waiting'
  if (failure === null) return 'read'
  if (failure.kind !== 'not-found') return 'failed'
  return endpoint.endpoint === 'health' && answersNowhere(pod) ? 'failed' : 'none'
}

function serviceOf({ name, pods }: Detail, { fleetUrl }: ReachedFrom): ReachService {
  const shown = pods.map((pod) => ({
    name: pod.name,
    endpoints: pod.endpoints.map((of) => ({
      of,
      outcome: outcomeOf(of, pod),
      address: podAddress(pod.url, of.path ?? '', fleetUrl),
    })),
  }))
  const counts = { ...NOTHING }
  let slowest: DurationMs | null = null
  for (const { of, outcome } of shown.flatMap(({ endpoints }) => endpoints)) {
    counts[outcome]++
    if (outcome === 'read' && of.took !== null) slowest = Math.max(slowest ?? 0, of.took)
  }
  return { name, counts, slowest, pods: shown }
}

/** What is gathered of one kind of failure. */
type Gathering = {
  readonly what: string
  readonly meaning: string
  readonly fixes: (readonly ReachFix[])[]
  readonly pods: Map<string, FailedPod>
}

const newest = (a: EpochMs | null, b: EpochMs | null): EpochMs | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b)

/** A failed endpoint, with its pod and what mends it. */
type Failed = Omit<FailedPod, 'endpoints'> & {
  readonly what: string
  readonly meaning: string
  readonly fixes: readonly ReachFix[]
  readonly endpoint: FailedPod['endpoints'][number]
}

function failedIn(pod: Pod, service: string, { fleetUrl, origin }: ReachedFrom): readonly Failed[] {
  const base = podAddress(pod.url, '', fleetUrl)
  const shownUrl = pod.shownUrl ?? null
  return pod.endpoints.flatMap((of) => {
    const { endpoint, path, at, failure } = of
    if (failure === null || outcomeOf(of, pod) !== 'failed') return []
    const address = podAddress(pod.url, path ?? '', fleetUrl)
    const place = { origin, service, pod: pod.name, endpoint, base, address, shownUrl }
    return [
      {
        service,
        pod: pod.name,
        shown: shownUrl ?? base,
        at,
        what: failurePhrase(failure),
        meaning: failureSentence(failure),
        fixes: reachFixes(failure, place),
        endpoint: { endpoint, path, address },
      },
    ]
  })
}

/** What is made of one answer of the watch. */
type Made = ReachedFrom & { readonly service: ReachService; readonly failed: readonly Failed[] }

const MADE = new WeakMap<Detail, Made>()

/** The same of an answer that was looked at before: of a thousand services only some are asked about in a second. */
function madeOf(detail: Detail, from: ReachedFrom): Made {
  const before = MADE.get(detail)
  if (before?.fleetUrl === from.fleetUrl && before.origin === from.origin) return before
  const failed = detail.pods.flatMap((pod) => failedIn(pod, detail.name, from))
  const made = { ...from, service: serviceOf(detail, from), failed }
  MADE.set(detail, made)
  return made
}

function gather(groups: Map<string, Gathering>, failed: Failed): void {
  const { what, meaning, fixes, endpoint, at, ...pod } = failed
  const group: Gathering = groups.get(meaning) ?? { what, meaning, fixes: [], pods: new Map() }
  groups.set(meaning, group)
  group.fixes.push(fixes)
  const key = JSON.stringify([pod.service, pod.pod])
  const before = group.pods.get(key)
  group.pods.set(key, {
    ...pod,
    endpoints: [...(before?.endpoints ?? []), endpoint],
    at: newest(before?.at ?? null, at),
  })
}

function asGroup({ what, meaning, fixes, pods }: Gathering): FailedGroup {
  const failed = [...pods.values()]
  const endpoints = failed.reduce((sum, pod) => sum + pod.endpoints.length, 0)
  return { what, meaning, fixes: gatherFixes(fixes), endpoints, pods: failed }
}

const isMeant = (text: string, find: string): boolean => text.toLowerCase().includes(find)

/** What of a service is asked for: all of it by its own name, else the pods of such a name; null for none. */
function narrowed(detail: Detail, find: string): Detail | null {
  if (isMeant(detail.name, find)) return detail
  const pods = detail.pods.filter(({ name }) => isMeant(name, find))
  return pods.length === 0 ? null : { ...detail, pods }
}

/** What can be read and what cannot, of the services and pods whose name holds `find`. */
export function reachView(details: Iterable<Detail>, find: string, from: ReachedFrom): ReachView {
  const wanted = find.trim().toLowerCase()
  const groups = new Map<string, Gathering>()
  const services: ReachService[] = []
  const counts = { ...NOTHING }
  for (const each of details) {
    const detail = narrowed(each, wanted)
    if (detail === null) continue
    const { service, failed } = madeOf(detail, from)
    for (const one of failed) gather(groups, one)
    services.push(service)
    counts.read += service.counts.read
    counts.failed += service.counts.failed
    counts.none += service.counts.none
    counts.waiting += service.counts.waiting
  }
  return {
    counts,
    groups: [...groups.values()].map(asGroup).toSorted((a, b) => b.pods.length - a.pods.length),
    services: services.toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}
