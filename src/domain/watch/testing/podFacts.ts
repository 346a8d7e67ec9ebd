import type { Exposition } from '#src/domain/exposition/exposition.ts'
import type { HealthCheck, HealthReading, HealthState } from '#src/domain/health/healthReading.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Scrape, SignalReading, SignalReadings } from '#src/domain/signals/signalReading.ts'
import { type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { Condition } from '#src/domain/verdict/condition.ts'
import type { PodFacts, Track, Tracks } from '#src/domain/verdict/podFacts.ts'
import { serviceOf } from './fleetOf.ts'

/** When tests of rules take place; every track is of this moment and fresh for 15 s unless told otherwise. */
export const NOW: EpochMs = 600_000_000

export const TIMEOUT: ProbeFailure = { kind: 'timeout', after: seconds(4) }
export const REFUSED: ProbeFailure = { kind: 'unreachable', by: 'browser', detail: null }
export const SIGN_IN: ProbeFailure = { kind: 'sign-in-needed', how: 'page' }
export const NOT_FOUND: ProbeFailure = { kind: 'not-found', tried: ['/health'] }

type TrackOptions<T> = Partial<Pick<Track<T>, 'at' | 'took' | 'freshFor' | 'lastReading'>>

/** For tests: an endpoint that answered. */
function track<T>(result: Result<T, ProbeFailure>, options: TrackOptions<T> = {}): Track<T> {
  const { at = NOW, took = 20, freshFor = seconds(15) } = options
  const lastReading = result.ok ? { at, freshFor, value: result.value } : null
  return { at, took, freshFor, result, lastReading, ...options }
}

/** For tests: an endpoint that failed, having never been read unless told otherwise. */
export const failed = <T = never>(failure: ProbeFailure, options: TrackOptions<T> = {}): Track<T> =>
  track<T>(err(failure), options)

export const check = (name: string, state: HealthState, more: Partial<HealthCheck> = {}): HealthCheck => ({
  name,
  state,
  message: null,
  details: [],
  parts: [],
  ...more,
})

/** For tests: what a health page says. */
export const healthReading = (state: HealthState, more: Partial<HealthReading> = {}): HealthReading => ({
  state,
  format: 'status-word',
  why: state === 'ok' ? null : `says ${state}`,
  checks: [],
  version: null,
  logs: [],
  metrics: [],
  ...more,
})

/** For tests: a health (or readiness) track that was read. */
export const read = (
  state: HealthState,
  options: TrackOptions<HealthReading> = {},
  more: Partial<HealthReading> = {},
): Track<HealthReading> => track<HealthReading>(ok(healthReading(state, more)), options)

/** For tests: a metrics page, without samples unless told otherwise. */
export const scrape = (page: Partial<Exposition> = {}, took = 20, at: EpochMs = NOW): Scrape => ({
  at,
  took,
  exposition: {
    format: 'prometheus-text',
    samples: [],
    types: new Map(),
    seriesCount: page.samples?.length ?? 0,
    bytes: 1000,
    issues: [],
    issueCount: 0,
    truncatedBy: null,
    largest: [],
    ...page,
  },
})

/** For tests: a metrics track that was read. */
export const scraped = (page: Partial<Exposition> = {}, took = 20, options: TrackOptions<Scrape> = {}) =>
  track<Scrape>(ok(scrape(page, took)), options)

type SignalSpec = readonly [signal: Signal, value: number, bound?: number | null, of?: string]

/** For tests: what a metrics page says, e.g. `signals([['fds', 9, 10]])`. */
export const signals = (
  specs: readonly SignalSpec[],
  target: SignalReadings['target'] = null,
  saturation: SignalReadings['saturation'] = null,
): SignalReadings => ({
  signals: new Map(
    specs.map(([signal, value, bound = null, of = null]): [Signal, SignalReading] => [
      signal,
      { signal, value, bound, from: `${signal} metric`, of },
    ]),
  ),
  window: seconds(15),
  saturation,
  startedAt: null,
  target,
})

type Facts = Partial<Omit<PodFacts, 'tracks'>> & { readonly tracks?: Partial<Tracks> }

/** For tests: a pod of which only this is known. */
export function podFacts({ tracks = {}, service = serviceOf(), ...facts }: Facts = {}): PodFacts {
  const [pod] = service.pods
  if (pod === undefined) throw new Error('a service has a pod')
  return {
    service,
    pod,
    signals: null,
    drifts: [],
    usual: new Map(),
    census: null,
    startedAt: null,
    restarts: [],
    version: null,
    awaits: null,
    versionChangedAt: null,
    watchedSince: null,
    unreadSince: null,
    recent: [],
    runs: [],
    conditions: new Map(),
    told: new Set(),
    lastBad: null,
    ...facts,
    tracks: { health: null, ready: null, metrics: null, version: null, ...tracks },
  }
}

/** For tests: conditions as a pod keeps them, by the kind of their parts. */
export const conditions = (...all: readonly Condition[]): ReadonlyMap<string, Condition> =>
  new Map(all.map((condition) => [condition.part.kind, condition]))
