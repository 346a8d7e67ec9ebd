import type { Blindness, FleetStrip, ServiceRow } from '#src/domain/digest/digestRow.ts'
import { countLights, fleetStrip } from '#src/domain/digest/fleetStrip.ts'
import type { TicketTotals } from '#src/domain/digest/ticketTotals.ts'
import { SPARK_SIGNALS } from '#src/domain/digest/serviceRow.ts'
import { type Following, following, followPod } from '#src/domain/drift/following.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { record, recentSeries } from '#src/domain/series/recentSeries.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { CLOCK_SLEW, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import {
  hasConfirmed,
  isNewFailure,
  noteBefore,
  podsBefore,
  rowBefore,
  withoutAnswered,
} from './beforeOutage.ts'
import { assessBlindness } from './blindness.ts'
import { wasLookedAt } from './firstLook.ts'
import { forgetOutage } from './forgetOutage.ts'
import { agedPod, OLD } from './freshness.ts'
import { judgeServices } from './judgeServices.ts'
import { type FleetNames, fleetNames } from '#src/domain/cascade/fleetNames.ts'
import type { LinkChanged, Observation, ProbeEnded } from './observation.ts'
import { observePod } from './observePod.ts'
import { takeOver, type Watched, watched } from './watched.ts'

/**
 * A row's sparkline: 80 bins of one and a half intervals each, half an hour at one scrape every 15 s. Scrapes come
 * with jitter; in a bin as long as the interval some would miss their bin, and draw gaps where there were none.
 */
const SPARK = { bins: 80, intervalsPerBin: 1.5 }

/**
 * The state of the fold from observations to digest. It is updated in place, and by `observe` and `digestChanges`
 * alone: copying a fleet's state for each of some hundred answers a second would cost more than judging them.
 */
export type Watch = {
  readonly fleet: Fleet
  readonly services: Map<string, Watched>
  /** What the services are called, for looking up what their health checks name. */
  readonly names: FleetNames
  readonly cycle: DurationMs
  /** What is remembered of the pods beyond their newest answers. */
  readonly memory: Following
  link: LinkChanged | null
  blind: Blindness | null
  /** The latest time that it was told, since the clock was last set back. */
  latest: EpochMs
  /** Whether it was told any time yet: its new pods are watched since then. */
  begun: boolean
  /** Whether more of the past is about to be known: until then, that all is well is not. */
  pastPending: boolean
  /** What the board of tickets comes to; null while nothing is known of it. */
  tickets: TicketTotals | null
  /** How many services had their first look; null once all of them had, also where pods came later. */
  seen: number | null
}

/** Rows that changed since the last call, and the strip above them. */
export type DigestChanges = { readonly rows: readonly ServiceRow[]; readonly strip: FleetStrip }

const NEVER: EpochMs = Number.NEGATIVE_INFINITY

/** What goes on from one watch to the next; of the first one nothing is known. */
const carriedOver = (
  earlier: Watch | null,
): Omit<Watch, 'fleet' | 'services' | 'names' | 'cycle' | 'begun'> => {
  if (earlier === null)
    return {
      memory: following(),
      link: null,
      blind: null,
      latest: NEVER,
      pastPending: false,
      tickets: null,
      seen: 0,
    }
  const { memory, link, blind, latest, pastPending, tickets, seen } = earlier
  return { memory, link, blind, latest, pastPending, tickets, seen }
}

/**
 * Begins to watch a fleet. What an earlier watch knows of pods that are still described the same way is kept,
 * so that editing the fleet file does not blind the dashboard.
 */
export function createWatch(fleet: Fleet, earlier: Watch | null = null): Watch {
  const services = new Map(fleet.services.map((service) => [service.name, watched(service)]))
  for (const [name, was] of earlier?.services ?? []) {
    const next = services.get(name)
    if (next !== undefined) takeOver(next, was)
  }
  const { intervals, timeout } = fleet.polling
  const cycle = 1.5 * intervals.health + timeout
  const names = fleetNames(services.keys())
  return { fleet, services, names, cycle, begun: false, ...carriedOver(earlier) }
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

type Told = { readonly ended: ProbeEnded; readonly now: EpochMs; readonly cycle: DurationMs }

/** Notes what stood before a failure that may turn out to be this browser's own; an answer shows that it was not. */
function noteStanding(service: Watched, was: PodFacts, facts: PodFacts, { ended, now, cycle }: Told): void {
  if (ended.result.ok) {
    service.stood = withoutAnswered(service.stood, ended)
    return
  }
  if (!isNewFailure(was, ended) && !hasConfirmed(was, facts)) return
  const stood = { at: now, row: service.row, facts: was, endpoint: ended.endpoint }
  service.stood = noteBefore(service.stood, stood, cycle)
}

function observeProbe(watch: Watch, ended: ProbeEnded, now: EpochMs): void {
  const service = watch.services.get(ended.service)
  const was = service?.pods.get(ended.pod)
  if (service === undefined || was === undefined || isLate(was, ended)) return
  // While blind, failures say nothing about the pods; answers still do.
  const judge = watch.blind === null || ended.result.ok
  // The clock was set back since it ended: how old it is cannot be told.
  const seen = ended.at > now + CLOCK_SLEW ? { ...ended, freshFor: OLD } : ended
  const observed = observePod(was, seen, judge, now)
  const facts = seen === ended ? followPod(watch.memory, was, observed, ended) : observed
  if (judge) noteStanding(service, was, facts, { ended, now, cycle: watch.cycle })
  service.pods.set(ended.pod, facts)
  service.dirty = true
  if (ended.endpoint === 'metrics' && ended.result.ok) {
    keepSeries(service, facts, watch.fleet.polling.intervals.metrics, ended.at)
  }
}

function changePods(watch: Watch, change: (pod: PodFacts) => PodFacts): void {
  for (const service of watch.services.values()) {
    for (const [name, facts] of service.pods) service.pods.set(name, change(facts))
    service.dirty = true
  }
}

/** A clock that was set back makes old readings young: from then on all of them are old. */
function noteTime(watch: Watch, now: EpochMs): void {
  const setBack = now < watch.latest - CLOCK_SLEW
  watch.latest = setBack ? now : Math.max(watch.latest, now)
  if (setBack) changePods(watch, agedPod)
  if (watch.begun) return
  watch.begun = true
  watch.memory.marks.noteNamed(watch.fleet.services, now)
  changePods(watch, (pod) => (pod.watchedSince === null ? { ...pod, watchedSince: now } : pod))
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

function* podsOf(watch: Watch): Generator<PodFacts> {
  for (const service of watch.services.values()) yield* service.pods.values()
}

/** What was shown and believed before the failures from `since` on: they were this browser's own. */
function takeBack(watch: Watch, since: EpochMs): void {
  for (const service of watch.services.values()) {
    const before = podsBefore(service.stood, since)
    for (const [name, facts] of service.pods) {
      service.pods.set(name, forgetOutage(facts, since, before.get(name) ?? null))
    }
    const row = rowBefore(service.stood, since)
    if (row !== null && row !== service.row) {
      service.row = row
      service.told = false
    }
  }
}

function updateBlindness(watch: Watch, now: EpochMs): void {
  const was = watch.blind
  const blind = assessBlindness(was, podsOf(watch), watch.link, watch.cycle, now)
  watch.blind = blind === null ? null : { ...blind, before: was?.before ?? null }
  if ((was === null) === (blind === null)) return
  if (blind !== null) {
    takeBack(watch, now - watch.cycle)
    const before = countLights(allRows(watch))
    const nothing = before.red + before.orange + before.green === 0
    watch.blind = { ...blind, before: nothing ? null : before }
  }
  for (const service of watch.services.values()) {
    service.stood = []
    service.dirty = true
  }
}

function noteFirstLooks(watch: Watch): void {
  if (watch.seen === null) return
  const services = [...watch.services.values()]
  const seen = services.filter(({ pods }) => [...pods.values()].every(wasLookedAt)).length
  watch.seen = seen === services.length ? null : seen
}

/**
 * Judges what has changed, by answers or by time, and gives the rows that are new since the last call.
 * `now` may be any time, also before the last one: a clock that was set back makes readings old, never fresh.
 */
export function digestChanges(watch: Watch, now: EpochMs): DigestChanges {
  noteTime(watch, now)
  updateBlindness(watch, now)
  const rows = judgeServices(watch, now)
  noteFirstLooks(watch)
  return { rows, strip: stripOf(watch) }
}

/** The strip as of the last `digestChanges`. */
export const stripOf = (watch: Watch): FleetStrip =>
  fleetStrip(watch.fleet, allRows(watch), watch, watch.seen ?? watch.services.size)

/** The row of every service that has been judged, in the order of the fleet file. */
export const allRows = (watch: Watch): ServiceRow[] =>
  [...watch.services.values()].flatMap((service) => service.row ?? [])
