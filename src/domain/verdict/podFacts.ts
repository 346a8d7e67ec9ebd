import type { Endpoint, Pod, Service } from '#src/domain/fleet/fleet.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Result } from '#src/domain/result.ts'
import type { Scrape, SignalReadings } from '#src/domain/signals/signalReading.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Condition } from '#src/domain/verdict/condition.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'

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

/** Everything known of one pod: what the rules judge. */
export type PodFacts = {
  readonly service: Service
  readonly pod: Pod
  readonly tracks: Tracks
  readonly signals: SignalReadings | null
  /** The newest start of its process that was seen, and when it was seen. */
  readonly startedAt: EpochMs | null
  /** Restarts that were seen, oldest first; a start with another version is a deploy and not among them. */
  readonly restarts: readonly EpochMs[]
  readonly version: VersionReading | null
  /** When another version than the one before was first seen. */
  readonly versionChangedAt: EpochMs | null
  /** Raw results of the endpoint that stands for its life, oldest first: what damping hides. */
  readonly recent: readonly RecentProbe[]
  readonly conditions: ReadonlyMap<string, Condition>
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

/**
 * No false green: true only if the newest *reading* of the pod's life endpoint was healthy and is fresh.
 * A single failed probe after it does not count here (damping), a bad reading does.
 */
export function seenHealthy(pod: PodFacts, now: EpochMs): boolean {
  if (lifeEndpoint(pod) === 'health') {
    const reading = pod.tracks.health?.lastReading ?? null
    return reading !== null && reading.value.state === 'ok' && isFresh(reading.at, reading.freshFor, now)
  }
  const reading = pod.tracks.metrics?.lastReading ?? null
  return reading !== null && pod.signals?.target?.up !== false && isFresh(reading.at, reading.freshFor, now)
}
