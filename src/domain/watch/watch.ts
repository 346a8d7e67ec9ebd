import type { Blindness, FleetStrip, ServiceRow } from '#src/domain/digest/digestRow.ts'
import { fleetStrip } from '#src/domain/digest/fleetStrip.ts'
import { frozenRow, type PodSeries, serviceRow, SPARK_SIGNALS } from '#src/domain/digest/serviceRow.ts'
import type { Endpoint, Fleet, Service } from '#src/domain/fleet/fleet.ts'
import { type RecentSeries, record, recentSeries } from '#src/domain/series/recentSeries.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { CLOCK_SLEW, isFresh, lifeEndpoint, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import { rollUp } from '#src/domain/verdict/rollUp.ts'
import { assessBlindness } from './blindness.ts'
import { forgetOutage } from './forgetOutage.ts'
import { agedPod, freshUntil, OLD } from './freshness.ts'
import type { LinkChanged, Observation, ProbeEnded } from './observation.ts'
import { observePod, unseenPod } from './observePod.ts'

/**
 * A row's sparkline: 80 bins of one and a half intervals each, half an hour at one scrape every 15 s. Scrapes come
 * with jitter; in a bin as long as the interval some would miss their bin, and draw gaps where there were none.
 */
const SPARK = { bins: 80, intervalsPerBin: 1.5 }

type Watched = {
  readonly service: Service
  readonly pods: Map<string, PodFacts>
  readonly series: Map<string, Map<Signal, RecentSeries>>
  row: ServiceRow | null
  /** False until the row was given to somebody: one that was taken over from an earlier watch was not. */
  told: boolean
  /** When its pods were first seen on different versions. */
  disagreeSince: EpochMs | null
  /** The last light that was not grey, and when it was seen. */
  lastKnown: ServiceRow['lastKnown']
  /** Whether an answer came since the row was judged … */
  dirty: boolean
  /** … and until when it stays true without one. */
  freshUntil: EpochMs
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
  /** The latest time that it was told, since the clock was last set back. */
  latest: EpochMs
}

/** Rows that changed since the last call, and the strip above them. */
export type DigestChanges = { readonly rows: readonly ServiceRow[]; readonly strip: FleetStrip }

const watched = (service: Service): Watched => ({
  service,
  pods: new Map(service.pods.map((pod) => [pod.name, unseenPod(service, pod)])),
  series: new Map(service.pods.map((pod) => [pod.name, new Map()])),
  row: null,
  told: false,
  disagreeSince: null,
  lastKnown: null,
  dirty: true,
  freshUntil: Number.NEGATIVE_INFINITY,
})

const ENDPOINTS: readonly Endpoint[] = ['health', 'ready', 'metrics', 'version']

/** What one path answered says nothing about another. */
const sameEndpoints = (a: Service, b: Service): boolean =>
  ENDPOINTS.every((endpoint) => a.endpoints[endpoint] === b.endpoints[endpoint])

/** Carries over what is known of the pods that are still described the same way. */
function takeOver(next: Watched, was: Watched): void {
  next.row = was.row
  next.lastKnown = was.lastKnown
  next.disagreeSince = was.disagreeSince
  if (!sameEndpoints(next.service, was.service)) return
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
  const latest = earlier?.latest ?? Number.NEGATIVE_INFINITY
  return { fleet, services, cycle, link: earlier?.link ?? null, blind: earlier?.blind ?? null, latest }
}

function keepSeries(service: Watched, facts: PodFacts, interval: DurationMs, at: EpochMs): void {
  const lines = service.series.get(facts.pod.name)
  for (const signal of SPARK_SIGNALS) {
    const value = facts.signals?.signals.get(signal)?.value
    if (value === undefined || lines === undefined) continue
    const line = lines.get(signal) ?? recentSeries(SPARK.bins, SPARK.intervalsPerBin * interval)
    lines.set(signal, line)
    record(line, at, value)
  }
}

/** Told twice, or overtaken by a newer answer. What is old because the clock was set back overtakes nothing. */
function isLate(was: PodFacts, { endpoint, at }: ProbeEnded): boolean {
  const known = was.tracks[endpoint]
  return known !== null && (at === known.at || (at < known.at && known.freshFor !== OLD))
}

function observeProbe(watch: Watch, ended: ProbeEnded, now: EpochMs): void {
  const service = watch.services.get(ended.service)
  const was = service?.pods.get(ended.pod)
  if (service === undefined || was === undefined || isLate(was, ended)) return
  // While blind, failures say nothing about the pods; answers still do.
  const judge = watch.blind === null || ended.result.ok
  // The clock was set back since it ended: how old it is cannot be told.
  const seen = ended.at > now + CLOCK_SLEW ? { ...ended, freshFor: OLD } : ended
  const facts = observePod(was, seen, judge, now)
  service.pods.set(ended.pod, facts)
  service.dirty = true
  if (ended.endpoint === 'metrics' && ended.result.ok) {
    keepSeries(service, facts, watch.fleet.polling.intervals.metrics, ended.at)
  }
}

/** A clock that was set back makes old readings young: from then on all of them are old. */
function noteTime(watch: Watch, now: EpochMs): void {
  if (now >= watch.latest - CLOCK_SLEW) {
    watch.latest = Math.max(watch.latest, now)
    return
  }
  watch.latest = now
  for (const service of watch.services.values()) {
    for (const [name, facts] of service.pods) service.pods.set(name, agedPod(facts))
    service.dirty = true
  }
}

/**
 * Takes one observation in. Left out are observations of services or pods that are not in the fleet, and those
 * that were told before or that a newer one of the same endpoint has overtaken.
 */
export function observe(watch: Watch, observation: Observation, now: EpochMs): void {
  noteTime(watch, now)
  if (observation.kind === 'link') watch.link = observation
  else observeProbe(watch, observation, now)
}

/** Outages that were confirmed in the very cycle that turned out to be this browser's own: taken back. */
function forgetOutages(watch: Watch, since: EpochMs): void {
  for (const service of watch.services.values()) {
    for (const [name, facts] of service.pods) service.pods.set(name, forgetOutage(facts, since))
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

/**
 * Judges what has changed, by answers or by time, and gives the rows that are new since the last call.
 * `now` may be any time, also before the last one: a clock that was set back makes readings old, never fresh.
 */
export function digestChanges(watch: Watch, now: EpochMs): DigestChanges {
  noteTime(watch, now)
  updateBlindness(watch, now)
  const rows: ServiceRow[] = []
  for (const service of watch.services.values()) {
    // Without any answer a row changes when something in it grows stale.
    if (!service.dirty && now <= service.freshUntil) continue
    const row = judgeService(watch, service, now)
    service.dirty = false
    service.freshUntil = freshUntil(service.pods.values(), now)
    if (row === service.row && service.told) continue
    service.row = row
    service.told = true
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
