import type { Place } from '#src/domain/cascade/cascade.ts'
import type { Hypercare } from '#src/domain/deploy/hypercareOf.ts'
import type { Trouble } from '#src/domain/cascade/trouble.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Endpoint, Service } from '#src/domain/fleet/fleet.ts'
import type { RecentSeries } from '#src/domain/series/recentSeries.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { TicketMention } from '#src/domain/verdict/ticketMention.ts'
import type { ServiceVerdict } from '#src/domain/verdict/rollUp.ts'
import type { Stood } from './beforeOutage.ts'
import type { KnownDeploys } from './deploying.ts'
import type { Needed } from './needs.ts'
import { unseenPod } from './observePod.ts'

/** One service, as a watch keeps it. */
export type Watched = {
  readonly service: Service
  readonly pods: Map<string, PodFacts>
  readonly series: Map<string, Map<Signal, RecentSeries>>
  row: ServiceRow | null
  /** What its own pods make of it; null before it was judged. */
  verdict: ServiceVerdict | null
  /** What it needs, what of its verdict matters to the others, and where it stands among them. */
  needed: Needed | null
  trouble: Trouble | null
  place: Place | null
  /** Its tickets that ask for somebody. */
  tickets: readonly TicketMention[]
  /** Its deploys, as far as they were seen; and whether it is watched more closely for now. */
  deploys: KnownDeploys | null
  care: Hypercare | null
  /** What was noted when that was decided. */
  careAsOf: string
  /** False until the row was given to somebody: one that was taken over from an earlier watch was not. */
  told: boolean
  /** When its pods were first seen on different versions. */
  disagreeSince: EpochMs | null
  /** The last light that was not grey, and when it was seen. */
  lastKnown: ServiceRow['lastKnown']
  /** Its light is not noted yet: it is green, and more of the past is about to be known. */
  lightHeld: boolean
  /** What stood before its newest failures. */
  stood: Stood[]
  /** Whether an answer came since the row was judged … */
  dirty: boolean
  /** … and until when it stays true without one. */
  freshUntil: EpochMs
}

/** A service that nothing is known of yet. */
export const watched = (service: Service): Watched => ({
  service,
  pods: new Map(service.pods.map((pod) => [pod.name, unseenPod(service, pod)])),
  series: new Map(service.pods.map((pod) => [pod.name, new Map()])),
  row: null,
  verdict: null,
  needed: null,
  trouble: null,
  place: null,
  tickets: [],
  deploys: null,
  care: null,
  careAsOf: '',
  told: false,
  disagreeSince: null,
  lastKnown: null,
  lightHeld: false,
  stood: [],
  dirty: true,
  freshUntil: Number.NEGATIVE_INFINITY,
})

const ENDPOINTS: readonly Endpoint[] = ['health', 'ready', 'metrics', 'version']

/** What one path answered says nothing about another. */
const sameEndpoints = (a: Service, b: Service): boolean =>
  ENDPOINTS.every((endpoint) => a.endpoints[endpoint] === b.endpoints[endpoint])

/** Carries over what is known of the pods that are still described the same way. */
export function takeOver(next: Watched, was: Watched): void {
  next.row = was.row
  next.tickets = was.tickets
  next.lastKnown = was.lastKnown
  next.disagreeSince = was.disagreeSince
  next.lightHeld = was.lightHeld
  if (!sameEndpoints(next.service, was.service)) return
  for (const pod of next.service.pods) {
    const facts = was.pods.get(pod.name)
    const lines = was.series.get(pod.name)
    if (facts === undefined || lines === undefined || facts.pod.url !== pod.url) continue
    next.pods.set(pod.name, { ...facts, service: next.service, pod })
    next.series.set(pod.name, lines)
  }
}
