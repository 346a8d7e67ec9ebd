import type { Usual } from '#src/domain/baseline/usual.ts'
import type { Drift } from '#src/domain/drift/drift.ts'
import type { Endpoint, Pod, Service } from '#src/domain/fleet/fleet.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Result } from '#src/domain/result.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Scrape, SignalReadings } from '#src/domain/signals/signalReading.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import type { Condition } from '#src/domain/verdict/condition.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'
import type { PageCensus } from './pageCensus.ts'
import type { ProbeRun } from './probeRuns.ts'

/** The newest answer of one endpoint, and the newest one that could be read. */
export type Track<T> = {
  readonly at: EpochMs
  readonly took: DurationMs
  /** How long this answer counts as the present: a few of its intervals. */
  readonly freshFor: DurationMs
  readonly result: Result<T, ProbeFailure>
  readonly lastReading: { readonly at: EpochMs; readonly freshFor: DurationMs; readonly value: T } | null
}

export type Tracks = {
  readonly health: Track<HealthReading> | null
  readonly ready: Track<HealthReading> | null
  readonly metrics: Track<Scrape> | null
  readonly version: Track<VersionReading> | null
}

/** One raw result. Not `judged`: it failed while the dashboard was blind, and says nothing about the pod. */
export type RecentProbe = { readonly at: EpochMs; readonly good: boolean; readonly judged: boolean }

/** A bad answer: either the failure to get one, or what the pod said. */
export type BadAnswer = {
  readonly at: EpochMs
  readonly took: DurationMs
  readonly result: Result<HealthReading, ProbeFailure>
}

/** Everything known of one pod: what the rules judge. */
export type PodFacts = {
  readonly service: Service
  readonly pod: Pod
  readonly tracks: Tracks
  readonly signals: SignalReadings | null
  /** Signals that rise for good, as of the newest metrics page. */
  readonly drifts: readonly Drift[]
  /** What its signals usually are at this time, as far as it is known; a page is judged by what was known before it. */
  readonly usual: ReadonlyMap<Signal, Usual>
  /** What its metrics page was largest by, a day or two ago; null before the first page of its process. */
  readonly census: PageCensus | null
  /** The newest start of its process that was seen, and when it was seen. */
  readonly startedAt: EpochMs | null
  /** Restarts that were seen, oldest first; a start with another version is a deploy and not among them. */
  readonly restarts: readonly EpochMs[]
  readonly version: VersionReading | null
  /**
   * The first start that no version was read after, of a pod that told one before, and when it was seen: it may be a deploy.
   * Null where there is none.
   */
  readonly awaits: { readonly start: EpochMs; readonly since: EpochMs } | null
  /** When another version than the one before was first seen. */
  readonly versionChangedAt: EpochMs | null
  /** When this dashboard first looked at it; null before it did. */
  readonly watchedSince: EpochMs | null
  /** Since when something answers that this browser cannot read, with no reading in between; null: it can. */
  readonly unreadSince: EpochMs | null
  /** The newest raw results of the endpoint that stands for its life, oldest first: what damping hides. */
  readonly recent: readonly RecentProbe[]
  /** All that were judged, as far back as flapping is looked for: a thousand probes are a few runs. */
  readonly runs: readonly ProbeRun[]
  readonly conditions: ReadonlyMap<string, Condition>
  /** Kinds of reason that an answer has told about, for or against: what is found first was so before. */
  readonly told: ReadonlySet<ReasonKind>
  /** The newest answer for its life that was bad: what to compare the good ones with. */
  readonly lastBad: BadAnswer | null
}

/**
 * The endpoint whose answers say whether a pod lives: health, or metrics where it is known to have no health
 * endpoint (an exporter that answers its scrape is up, as Prometheus' own `up` has it).
 */
export function lifeEndpoint(
  pod: Pick<PodFacts, 'service' | 'tracks'>,
): Extract<Endpoint, 'health' | 'metrics'> {
  const { health, metrics } = pod.tracks
  const noHealth = pod.service.endpoints.health === false || (health !== null && isGone(health))
  const metricsFound = metrics !== null && (metrics.result.ok || metrics.result.error.kind !== 'not-found')
  return noHealth && metricsFound ? 'metrics' : 'health'
}

/** Nothing is found there. What answered within its freshness window is not gone: what it said still counts. */
function isGone({ at, result, lastReading }: Track<unknown>): boolean {
  const notFound = !result.ok && result.error.kind === 'not-found'
  return notFound && (lastReading === null || !isFresh(lastReading.at, lastReading.freshFor, at))
}

/** Whether something seen at `at` still counts. A clock that was set back makes everything old at once. */
export function isFresh(at: EpochMs, freshFor: DurationMs, now: EpochMs): boolean {
  const age = now - at
  return age <= freshFor && age + CLOCK_SLEW >= 0
}

/** Clocks are slewed by milliseconds all the time; more than a second back is a jump. */
export const CLOCK_SLEW: DurationMs = 1000

/** Whether a reading came from an endpoint within its freshness window, whatever it said. */
export const isRead = (track: Track<unknown> | null, now: EpochMs): boolean =>
  track !== null &&
  track.lastReading !== null &&
  isFresh(track.lastReading.at, track.lastReading.freshFor, now)

function isAlive(pod: PodFacts, now: EpochMs): boolean {
  const { health, metrics } = pod.tracks
  if (lifeEndpoint(pod) === 'health') return isRead(health, now) && health?.lastReading?.value.state === 'ok'
  return isRead(metrics, now) && pod.signals?.target?.up !== false
}

/** How long it is remembered as unknown what a metrics page told that does not come any more: over a night and a morning. */
const METRICS_MISSED_FOR: DurationMs = days(1)

/** Whether the metrics page has gone for good: nobody waits any longer for what it said last. */
export const metricsForgotten = ({ tracks: { metrics } }: Pick<PodFacts, 'tracks'>, now: EpochMs): boolean =>
  metrics !== null && metrics.lastReading !== null && now - metrics.lastReading.at > METRICS_MISSED_FOR

/** Readiness is asked only where the fleet file names its path; a pod is then no more healthy than it is ready. */
export const namesReady = ({ service }: Pick<PodFacts, 'service'>): boolean =>
  typeof service.endpoints.ready === 'string'

/**
 * No false green: true only if the newest *reading* of the pod's life endpoint was healthy and is fresh, and that of
 * its readiness, where it has one. A single failed probe after it does not count here (damping), a bad reading does.
 */
export function seenHealthy(pod: PodFacts, now: EpochMs): boolean {
  if (!isAlive(pod, now)) return false
  const { ready } = pod.tracks
  return !namesReady(pod) || (isRead(ready, now) && ready?.lastReading?.value.state === 'ok')
}

const tells = (track: Track<HealthReading> | null, now: EpochMs): boolean =>
  isRead(track, now) && track?.lastReading?.value.state !== 'unknown'

/**
 * Whether a pod told lately how it is: what it said may be bad, and then waits to be confirmed. Only of such a pod
 * can it be said that it carries load.
 */
export function isHeardOf(pod: PodFacts, now: EpochMs): boolean {
  const { health, ready, metrics } = pod.tracks
  const lives = lifeEndpoint(pod) === 'health' ? tells(health, now) : isRead(metrics, now)
  return lives && (!namesReady(pod) || tells(ready, now))
}
