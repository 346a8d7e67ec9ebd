import type { Signal } from '#src/domain/signals/signal.ts'
import { SIGNALS } from '#src/domain/signals/signal.ts'
import { parseDuration } from '#src/domain/time/parseDuration.ts'
import type { Mornings } from '#src/domain/time/nextMorning.ts'
import { kibibytes, mebibytes, minutes, seconds, type DurationMs } from '#src/domain/time/units.ts'
import { DEFAULT_POLICY, type Policy } from '#src/domain/verdict/policy.ts'
import type { Endpoint, EndpointPath, Fleet, Links, Pod, Polling, Service } from './fleet.ts'
import { WEEKDAYS } from './fieldShapes.ts'
import type { FleetFile } from './fleetFile.ts'
import { durationOr } from './durationOr.ts'
import { clockTime } from './buildCalendars.ts'
import { buildKubernetes } from './buildKubernetes.ts'
import { buildMappedSignals } from './buildMappedSignals.ts'
import { buildSources } from './buildSources.ts'
import { buildRota } from './buildRota.ts'
import { buildServiceTickets, buildTickets } from './buildTickets.ts'
import { parseSize } from './parseSize.ts'

type ServiceFile = FleetFile['services'][number]
type EndpointsFile = NonNullable<FleetFile['endpoints']>
type ThresholdsFile = NonNullable<FleetFile['thresholds']>

/**
 * Health every 5 s and metrics every 15 s: 150 pods then cost about 40 requests a second, a twelfth of a core.
 * A version changes only with a restart, which is seen in between and asks for it again.
 */
const DEFAULT_POLLING: Polling = {
  intervals: { health: seconds(5), ready: seconds(5), metrics: seconds(15), version: minutes(5) },
  timeout: seconds(4),
  concurrency: 25,
  healthCap: kibibytes(512),
  metricsCap: mebibytes(8),
  seriesCap: 100_000,
}

const buildLinks = (file: ServiceFile['links']): Links => ({
  runbook: file?.runbook ?? null,
  dashboard: file?.dashboard ?? null,
  logs: file?.logs ?? null,
  channel: file?.channel ?? null,
})

const size = (text: string | undefined, fallback: number): number =>
  (text === undefined ? null : parseSize(text)) ?? fallback

function buildPolling(file: FleetFile): Polling {
  const { intervals, caps } = file
  const d = DEFAULT_POLLING
  const health = durationOr(intervals?.health, d.intervals.health)
  return {
    intervals: {
      health,
      ready: durationOr(intervals?.ready, health),
      metrics: durationOr(intervals?.metrics, d.intervals.metrics),
      version: durationOr(intervals?.version, d.intervals.version),
    },
    timeout: durationOr(file.timeout, d.timeout),
    concurrency: file.concurrency ?? d.concurrency,
    healthCap: size(caps?.health, d.healthCap),
    metricsCap: size(caps?.metrics, d.metricsCap),
    seriesCap: caps?.series ?? d.seriesCap,
  }
}

const isThreshold = (name: string): name is keyof Policy => Object.hasOwn(DEFAULT_POLICY, name)

function buildPolicy(layers: readonly (ThresholdsFile | undefined)[]): Policy {
  const policy: { -readonly [name in keyof Policy]: number } = { ...DEFAULT_POLICY }
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer ?? {})) {
      const number = typeof value === 'string' ? parseDuration(value) : value
      if (number !== null && number !== undefined && isThreshold(name)) policy[name] = number
    }
  }
  return policy
}

function buildEndpoints(
  own: EndpointsFile | undefined,
  fleet: EndpointsFile | undefined,
): Service['endpoints'] {
  const path = (endpoint: Endpoint): EndpointPath => own?.[endpoint] ?? fleet?.[endpoint] ?? null
  // Readiness is asked only where it is named: looking for it would double the requests of every pod.
  return {
    health: path('health'),
    ready: path('ready') ?? false,
    metrics: path('metrics'),
    version: path('version'),
  }
}

/** The morning check of product day one: five to nine on working days. */
const DEFAULT_MORNING = { at: '08:55', days: ['mon', 'tue', 'wed', 'thu', 'fri'] } as const

function buildMornings(file: FleetFile['morning'], viewersZone: string): Mornings {
  return {
    at: clockTime(file?.at ?? DEFAULT_MORNING.at),
    timeZone: file?.timeZone ?? viewersZone,
    days: (file?.days ?? DEFAULT_MORNING.days).map((day) => WEEKDAYS.indexOf(day)),
  }
}

/** A metrics page that takes longer than a request may take is not read any more: that is where its time ends. */
function buildBounds(file: ServiceFile['bounds'], timeout: DurationMs): Service['bounds'] {
  const bounds: Partial<Record<Signal, number>> = { scrapeDuration: timeout / 1000 }
  for (const signal of SIGNALS) {
    const value = file?.[signal]
    const number = typeof value === 'string' ? parseSize(value) : value
    if (number !== null && number !== undefined) bounds[signal] = number
  }
  return bounds
}

function buildPods(file: ServiceFile): Pod[] {
  if (file.url !== undefined) return [{ name: file.name, url: file.url }]
  const taken = new Set((file.pods ?? []).map((pod) => (typeof pod === 'string' ? null : pod.name)))
  const freeName = (n: number): string => {
    const name = `${file.name}-${n}`
    return taken.has(name) ? freeName(n + 1000) : name
  }
  return (file.pods ?? []).map((pod, i) => {
    const { name = freeName(i + 1), url, shownUrl } = typeof pod === 'string' ? { url: pod } : pod
    return shownUrl === undefined ? { name, url } : { name, url, shownUrl }
  })
}

/** What every service has of its fleet. */
type OfFleet = { readonly timeout: DurationMs; readonly mornings: Mornings }

const buildService = (file: ServiceFile, fleet: FleetFile, { timeout, mornings }: OfFleet): Service => ({
  name: file.name,
  team: file.team ?? null,
  tier: file.tier ?? null,
  ...(file.labels === undefined ? {} : { labels: file.labels }),
  dependsOn: file.dependsOn ?? [],
  links: buildLinks(file.links),
  kubernetes: buildKubernetes(file, fleet.kubernetes),
  credentials: file.credentials ?? fleet.credentials ?? 'omit',
  endpoints: buildEndpoints(file.endpoints, fleet.endpoints),
  bounds: buildBounds(file.bounds, timeout),
  workers: file.workers ?? null,
  mapped: buildMappedSignals(file.signals, fleet.signals),
  policy: buildPolicy([fleet.thresholds, file.thresholds]),
  mornings,
  tickets: buildServiceTickets(file, mornings.timeZone),
  pods: buildPods(file),
})

/**
 * Puts the defaults where a valid fleet file says nothing, and turns its texts into numbers. `viewersZone`: the IANA
 * name of the time zone that clock times are meant in where the file names none.
 */
export function buildFleet(file: FleetFile, viewersZone: string): Fleet {
  const polling = buildPolling(file)
  const ofFleet = { timeout: polling.timeout, mornings: buildMornings(file.morning, viewersZone) }
  return {
    title: file.title ?? 'Morning Check',
    polling,
    sources: buildSources(file),
    policy: buildPolicy([file.thresholds]),
    external: new Set(file.external),
    tickets: buildTickets(file, ofFleet.mornings.timeZone),
    rota: buildRota(file, ofFleet.mornings.timeZone),
    services: file.services.map((service) => buildService(service, file, ofFleet)),
  }
}
