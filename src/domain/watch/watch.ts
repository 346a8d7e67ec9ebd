import type { Blindness, FleetStrip, ServiceRow } from '#src/domain/digest/digestRow.ts'
import { fleetStrip } from '#src/domain/digest/fleetStrip.ts'
import { frozenRow, type PodSeries, serviceRow, SPARK_SIGNALS } from '#src/domain/digest/serviceRow.ts'
import type { Fleet, Service } from '#src/domain/fleet/fleet.ts'
import { type RecentSeries, record, recentSeries } from '#src/domain/series/recentSeries.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { isFresh, lifeEndpoint, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import { rollUp } from '#src/domain/verdict/rollUp.ts'
import { assessBlindness } from './blindness.ts'
import type { LinkChanged, Observation, ProbeEnded } from './observation.ts'
import { observePod, unseenPod } from './observePod.ts'

/** Bins of a row's sparkline: half an hour at one scrape every 15 s. */
const SPARK_BINS = 120

type Watched = {
  readonly service: Service
  readonly pods: Map<string, PodFacts>
  readonly series: Map<string, Map<Signal, RecentSeries>>
  row: ServiceRow | null
  /** When its pods were first seen on different versions. */
  disagreeSince: EpochMs | null
  /** The last light that was not grey, and when it was seen. */
  lastKnown: ServiceRow['lastKnown']
  dirty: boolean
}

/**
 * The state of the fold from observations to digest. It is updated in place, and by `observe` and `digestChanges`
 * alone: copying a fleet's state for each of some hundred answers a second would cost more than judging them.
 */
export type Watch = {
  readonly fleet: Fleet
  readonly services: Map<string, Watched>
  readonly cycle: DurationMs
  link: LinkChanged | null
  blind: Blindness | null
}

/** Rows that changed since the last call, and the strip above them. */
export type DigestChanges = { readonly rows: readonly ServiceRow[]; readonly strip: FleetStrip }

const watched = (service: Service): Watched => ({
  service,
  pods: new Map(service.pods.map((pod) => [pod.name, unseenPod(service, pod)])),
  series: new Map(service.pods.map((pod) => [pod.name, new Map()])),
  row: null,
  disagreeSince: null,
  lastKnown: null,
  dirty: true,
})

/** Carries over what is known of the pods that are still described the same way. */
function takeOver(next: Watched, was: Watched): void {
  next.lastKnown = was.lastKnown
  next.disagreeSince = was.disagreeSince
  for (const pod of next.service.pods) {
    const facts = was.pods.get(pod.name)
    const lines = was.series.get(pod.name)
    if (facts === undefined || lines === undefined || facts.pod.url !== pod.url) continue
    next.pods.set(pod.name, { ...facts, service: next.service, pod })
    next.series.set(pod.name, lines)
  }
}

/**
 * Begins to watch a fleet. What an earlier watch knows of pods that are still described the same way is kept,
 * so that editing the fleet file does not blind the dashboard.
 */
export function createWatch(fleet: Fleet, earlier: Watch | null = null): Watch {
  const services = new Map(fleet.services.map((service) => [service.name, watched(service)]))
  if (earlier !== null) {
    for (const [name, next] of services) {
      const was = earlier.services.get(name)
      if (was !== undefined) takeOver(next, was)
    }
  }
  const { intervals, timeout } = fleet.polling
  const cycle = 1.5 * intervals.health + timeout
  return { fleet, services, cycle, link: earlier?.link ?? null, blind: earlier?.blind ?? null }
}

function keepSeries(service: Watched, facts: PodFacts, step: DurationMs, at: EpochMs): void {
  const lines = service.series.get(facts.pod.name)
  for (const signal of SPARK_SIGNALS) {
    const value = facts.signals?.signals.get(signal)?.value
    if (value === undefined || lines === undefined) continue
    const line = lines.get(signal) ?? recentSeries(SPARK_BINS, step)
    lines.set(signal, line)
    record(line, at, value)
  }
}

function observeProbe(watch: Watch, ended: ProbeEnded, now: EpochMs): void {
  const service = watch.services.get(ended.service)
  const was = service?.pods.get(ended.pod)
  if (service === undefined || was === undefined) return
  // While blind, failures say nothing about the pods; answers still do.
  const judge = watch.blind === null || ended.result.ok
  const facts = observePod(was, ended, judge, now)
  service.pods.set(ended.pod, facts)
  service.dirty = true
  if (ended.endpoint === 'metrics' && ended.result.ok) {
    keepSeries(service, facts, watch.fleet.polling.intervals.metrics, ended.at)
  }
}

/** Takes one observation in. Observations of services or pods that are not in the fleet are left out. */
export function observe(watch: Watch, observation: Observation, now: EpochMs): void {
  if (observation.kind === 'link') watch.link = observation
  else observeProbe(watch, observation, now)
}

/** Outages that were confirmed in the very cycle that turned out to be this browser's own: taken back. */
function forgetOutages(watch: Watch, since: EpochMs): void {
  for (const service of watch.services.values()) {
    for (const [name, facts] of service.pods) {
      const failing = facts.conditions.get('failing')
      if (failing === undefined || failing.since < since) continue
      const conditions = new Map(facts.conditions)
      conditions.delete('failing')
      service.pods.set(name, { ...facts, conditions })
    }
  }
}

function* podsOf(watch: Watch): Generator<PodFacts> {
  for (const service of watch.services.values()) yield* service.pods.values()
}

function updateBlindness(watch: Watch, now: EpochMs): void {
  const was = watch.blind
  watch.blind = assessBlindness(was, podsOf(watch), watch.link, watch.cycle, now)
  if ((was === null) === (watch.blind === null)) return
  if (was === null) forgetOutages(watch, now - watch.cycle)
  for (const service of watch.services.values()) service.dirty = true
}

const answersNow = (pod: PodFacts, now: EpochMs): boolean => {
  const track = pod.tracks[lifeEndpoint(pod)]
  return track !== null && track.result.ok && isFresh(track.at, track.freshFor, now)
}

function noteDisagreement(service: Watched, pods: readonly PodFacts[], now: EpochMs): EpochMs {
  const versions = new Set(
    pods.map((pod) => pod.version?.version ?? null).filter((version) => version !== null),
  )
  service.disagreeSince = versions.size > 1 ? (service.disagreeSince ?? now) : null
  return service.disagreeSince ?? now
}

function judgeService(watch: Watch, service: Watched, now: EpochMs): ServiceRow {
  const pods = [...service.pods.values()]
  const was = service.row
  if (watch.blind !== null && was !== null && !pods.every((pod) => answersNow(pod, now)))
    return frozenRow(was)
  const verdict = rollUp(pods, service.service.policy, noteDisagreement(service, pods, now), now)
  const since = was !== null && was.light === verdict.light ? was.since : now
  const lastKnown = verdict.light === 'unknown' ? service.lastKnown : null
  const series: ReadonlyMap<string, PodSeries> = service.series
  return serviceRow(service.service, pods, series, verdict, { since, lastKnown })
}

/** A row changes without any answer when a reading of it grows stale; once it is grey it stays so. */
const growsStale = (service: Watched, now: EpochMs): boolean =>
  service.row?.light !== 'unknown' &&
  [...service.pods.values()].some((pod) => {
    const track = pod.tracks[lifeEndpoint(pod)]
    return track !== null && !isFresh(track.at, track.freshFor, now)
  })

/**
 * Judges what has changed, by answers or by time, and gives the rows that are new since the last call.
 * `now` may be any time, also before the last one: a clock that was set back makes readings old, never fresh.
 */
export function digestChanges(watch: Watch, now: EpochMs): DigestChanges {
  updateBlindness(watch, now)
  const rows: ServiceRow[] = []
  for (const service of watch.services.values()) {
    if (!service.dirty && !growsStale(service, now)) continue
    const row = judgeService(watch, service, now)
    service.dirty = false
    if (row === service.row) continue
    service.row = row
    if (row.light !== 'unknown') service.lastKnown = { light: row.light, at: row.observedAt ?? now }
    rows.push(row)
  }
  return { rows, strip: stripOf(watch) }
}

/** The strip as of the last `digestChanges`. */
export const stripOf = (watch: Watch): FleetStrip => fleetStrip(watch.fleet, allRows(watch), watch.blind)

/** The row of every service that has been judged, in the order of the fleet file. */
export const allRows = (watch: Watch): ServiceRow[] =>
  [...watch.services.values()].flatMap((service) => service.row ?? [])
