import type { Service } from '#src/domain/fleet/fleet.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { lifeEndpoint, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { reasonSignal } from '#src/domain/verdict/reasonSignal.ts'
import type { Hypercare } from '#src/domain/deploy/hypercareOf.ts'
import type { Rollout } from '#src/domain/deploy/rolloutOf.ts'
import type { Place } from '#src/domain/cascade/cascade.ts'
import type { ServiceVerdict } from '#src/domain/verdict/rollUp.ts'
import type { PodCell, RowCascade, ServiceRow, Spark } from './digestRow.ts'
import { type Lines, sparkOf } from './sparkOf.ts'

/** What a row draws when no reason names a signal: the first that the pods have. */
export const SPARK_SIGNALS: readonly Signal[] = [
  'memory',
  'heap',
  'requestRate',
  'cpu',
  'fds',
  'queueDepth',
  'poolInUse',
  'disk',
  'threads',
  'goroutines',
  'scrapeDuration',
  'errorRatio',
  'eventLoopLag',
  'gcCpu',
]

const observedAt = (pod: PodFacts): EpochMs | null => pod.tracks[lifeEndpoint(pod)]?.at ?? null

function signalOf(reasons: readonly Reason[]): { signal: Signal; pod: string } | null {
  for (const reason of reasons) {
    const [worst] = reason.pods
    if (worst === undefined) continue
    const signal = reasonSignal(reason)
    if (signal !== null) return { signal, pod: worst.pod }
  }
  return null
}

/** The pod whose value of a signal is the highest: the one that would hit a limit first. */
function highest(pods: readonly PodFacts[], signal: Signal): PodFacts | null {
  let best: PodFacts | null = null
  for (const pod of pods) {
    const value = pod.signals?.signals.get(signal)?.value
    const bestValue = best?.signals?.signals.get(signal)?.value ?? Number.NEGATIVE_INFINITY
    if (value !== undefined && value > bestValue) best = pod
  }
  return best
}

/** Which signal of which pod to draw: what the worst reason names, else the first signal the pods have. */
function subject(
  pods: readonly PodFacts[],
  reasons: readonly Reason[],
): { signal: Signal; pod: PodFacts } | null {
  const named = signalOf(reasons)
  const signal = named?.signal ?? SPARK_SIGNALS.find((candidate) => highest(pods, candidate) !== null)
  if (signal === undefined) return null
  const pod = pods.find((candidate) => candidate.pod.name === named?.pod) ?? highest(pods, signal)
  return pod === null ? null : { signal, pod }
}

function drawnSpark(
  pods: readonly PodFacts[],
  lines: Lines,
  reasons: readonly Reason[],
  was: Spark | null,
): Spark | null {
  const drawn = subject(pods, reasons)
  return drawn === null ? null : sparkOf(drawn.pod, drawn.signal, lines, was)
}

const cellOf = (pod: PodFacts, light: Light): PodCell => ({
  name: pod.pod.name,
  light,
  observedAt: observedAt(pod),
  version: pod.version?.version ?? null,
})

function sharedVersion(cells: readonly PodCell[]): string | null {
  const [first, ...others] = new Set(cells.map((cell) => cell.version).filter((version) => version !== null))
  return others.length === 0 ? (first ?? null) : null
}

function cascadeOf(place: Place | null): RowCascade | null {
  if (place === null || (place.root === null && place.affected.length === 0)) return null
  const { root, via, affected } = place
  return { root, via, affected }
}

/** What a row is made of besides the service's own verdict; left out or null: nothing. */
type Judged = Pick<ServiceVerdict, 'light' | 'reasons' | 'podLights'> & {
  readonly rollout?: Rollout | null
  readonly place?: Place | null
  readonly care?: Hypercare | null
}

/** Of a roll-out that is over, or stuck, nothing is said: the version tells the one, a reason the other. */
function ribbonsOf({ rollout, care }: Judged): Pick<ServiceRow, 'rollout' | 'care'> {
  const going = rollout?.state === 'in-progress' ? rollout : null
  return {
    ...(going === null ? {} : { rollout: { version: going.version, updated: going.updated, of: going.of } }),
    ...(care === undefined || care === null ? {} : { care }),
  }
}

/** The view-ready row of a service; `memory` is what the watch remembers of its light,
 * and the line that was drawn last. */
export function serviceRow(
  service: Service,
  pods: readonly PodFacts[],
  lines: Lines,
  verdict: Judged,
  memory: Pick<ServiceRow, 'since' | 'lastKnown' | 'spark'>,
): ServiceRow {
  const cells = pods.map((pod) => cellOf(pod, verdict.podLights.get(pod.pod.name) ?? 'unknown'))
  const seen = cells.map((cell) => cell.observedAt)
  const cascade = cascadeOf(verdict.place ?? null)
  return {
    name: service.name,
    team: service.team,
    tier: service.tier,
    ...(service.labels === undefined ? {} : { labels: service.labels }),
    light: verdict.light,
    since: memory.since,
    lastKnown: memory.lastKnown,
    reasons: verdict.reasons,
    ...(cascade === null ? {} : { cascade }),
    ...ribbonsOf(verdict),
    pods: cells,
    version: sharedVersion(cells),
    observedAt: seen.includes(null) ? null : Math.min(...seen.map(Number)),
    spark: drawnSpark(pods, lines, verdict.reasons, memory.spark),
    links: service.links,
  }
}

/** The row of a service that cannot be judged while the dashboard is blind: its last state, marked as old. */
export function frozenRow(row: ServiceRow): ServiceRow {
  const isGrey = row.light === 'unknown'
  if (isGrey && row.pods.every((pod) => pod.light === 'unknown')) return row
  return {
    ...row,
    light: 'unknown',
    lastKnown: isGrey ? row.lastKnown : { light: row.light, at: row.observedAt ?? row.since },
    pods: row.pods.map((pod) => ({ ...pod, light: 'unknown' })),
  }
}
