import type { Following } from '#src/domain/drift/following.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { isOfOneQuery, type QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import type { Stretch } from '#src/domain/prometheus/sampleGrid.ts'
import { spanWithin } from '#src/domain/prometheus/span.ts'
import { blindTimes, inTheLight } from '#src/domain/relive/blindTimes.ts'
import { knownBefore } from '#src/domain/relive/knownBefore.ts'
import { lifeOfFormer, lifeOfNamed, type PastPod } from '#src/domain/relive/pastPod.ts'
import { endOfRound, type ReliveRound, roundsOf, stepFor } from '#src/domain/relive/reliveRounds.ts'
import { type Relived, reliveService } from '#src/domain/relive/reliveService.ts'
import { upPlan } from '#src/domain/relive/upPlan.ts'
import { watchedSpans } from '#src/domain/relive/watchedSpans.ts'
import { clipSpans, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import { fetchNight } from './fetchNight.ts'
import { findTargets } from './findTargets.ts'
import { inSlices } from './inSlices.ts'
import { type NightPod, nightPods, type NightService } from './nightPods.ts'
import { type PrometheusAccess, type PrometheusClient, prometheusClient } from './prometheusClient.ts'

/** What is to be lived through once more, and where it goes. */
export type ReliveOptions = {
  readonly now: EpochMs
  /** Times of which it is not known how services stood, oldest first. */
  readonly missing: readonly SeenSpan[]
  /** What is remembered by now of the fleet's pods: their histories, and their starts. */
  readonly memory: Following
  /** One service, and the spans of which it is known how it stood: what is left out between them nobody has seen. */
  readonly onRelived: (relived: Relived, spans: readonly SeenSpan[]) => void
  /** Of some of these times all services were told: the newest come first. */
  readonly onRound: () => void
}

type Run = {
  readonly client: PrometheusClient
  readonly access: PrometheusAccess
  readonly fleet: Fleet
  readonly ports: Ports
  readonly options: ReliveOptions
}

/** All services within a span, with when they were watched. */
type Night = {
  readonly span: SeenSpan
  readonly services: readonly NightService[]
  readonly blind: readonly SeenSpan[]
  readonly watched: readonly SeenSpan[]
  readonly step: DurationMs
}

const ABORTED: QueryFailure = { kind: 'not-reached', failure: { kind: 'aborted' } }

const isOff = ({ access }: Run): boolean => access.signal?.aborted === true

function* nightOf(
  services: readonly NightService[],
  { span, missing }: ReliveRound,
  now: EpochMs,
): Generator<undefined, Night> {
  const trailed = services.flatMap(({ service, pods }) =>
    pods.flatMap(({ trail }) => (trail === null ? [] : [{ service: service.name, trail }])),
  )
  const blind = yield* blindTimes(trailed)
  const watched = watchedSpans(
    trailed.map(({ trail }) => trail),
    blind,
    span,
  )
  return {
    span,
    services,
    blind,
    watched: missing.flatMap((one) => clipSpans(watched, one)),
    step: stepFor(trailed.length, span, now),
  }
}

function pastPods(
  { service, pods, unknown }: NightService,
  pages: ReadonlyMap<NightPod, Stretch>,
  { blind, span: { to: until } }: Night,
  { histories, marks }: Following,
): readonly PastPod[] {
  const replaces = pods.some(({ isFormer }) => isFormer)
  const scraped = pods.map((night): PastPod => {
    const kept = { trail: night.trail && inTheLight(night.trail, blind), pages: pages.get(night) ?? null }
    const { pod, trail } = night
    if (trail !== null && night.isFormer) return { pod, ...kept, ...lifeOfFormer(trail) }
    const isKnownBefore = knownBefore(histories, service.name, pod.name, trail?.runs[0]?.from ?? until)
    const startedAt = marks.livesOf(service.name).get(pod.name)?.first.startedAt ?? null
    return { pod, ...kept, ...lifeOfNamed(kept, { isKnownBefore, replaces, startedAt, until }) }
  })
  const unseen = unknown.map((pod): PastPod => ({
    pod,
    trail: null,
    pages: null,
    from: Number.NEGATIVE_INFINITY,
    to: Infinity,
  }))
  return [...scraped, ...unseen]
}

/** Lives one service through; a failure of the server itself, or that it was called off. Null where all went well. */
async function reliveOne(run: Run, night: Night, of: NightService): Promise<QueryFailure | null> {
  const { client, access, fleet, ports, options } = run
  if (of.pods.length === 0) return null
  const span = spanWithin(night.span.from, night.span.to, night.step)
  const pages = await fetchNight(client, of.pods, access.source.match, span)
  if (!pages.ok) return isOfOneQuery(pages.error) ? null : pages.error
  const past = {
    service: of.service,
    fleet,
    pods: pastPods(of, pages.value, night, options.memory),
    span,
    until: night.span.to,
    spans: night.watched,
    memory: options.memory,
    timeZone: ports.timeZone,
  }
  const relived = await inSlices(reliveService(past), ports, () => isOff(run))
  if (relived === null) return ABORTED
  options.onRelived(relived, night.watched)
  return null
}

/** Lives the whole fleet through. */
async function reliveRound(run: Run, round: ReliveRound): Promise<QueryFailure | null> {
  const { client, access, fleet, options } = run
  const found = await findTargets(client, fleet, access.source, options.now)
  if (!found.ok) return found.error
  const matched = found.value.pods.filter(({ match }) => match.kind === 'target')
  const plan = upPlan(matched.length, round.span)
  const services: NightService[] = []
  for (const service of fleet.services) {
    const pods = await nightPods(client, service, found.value, access.source, plan)
    if (pods.ok) services.push(pods.value)
    else if (!isOfOneQuery(pods.error)) return pods.error
  }
  const night = await inSlices(nightOf(services, endOfRound(round, plan.span), options.now), run.ports, () =>
    isOff(run),
  )
  if (night === null) return ABORTED
  if (night.watched.length === 0) return null
  for (const of of services) {
    const failure = await reliveOne(run, night, of)
    if (failure !== null) return failure
  }
  return null
}

/**
 * Lives through once more what nobody has seen here, by what a Prometheus-compatible API has stored: service by service, in
 * short slices, one request at a time. A service of which a query is refused is left out. Answers why the server did not
 * tell; null where it did. Never rejects.
 */
export async function reliveNight(
  access: PrometheusAccess,
  fleet: Fleet,
  ports: Ports,
  options: ReliveOptions,
): Promise<QueryFailure | null> {
  const run: Run = { client: prometheusClient(access, ports), access, fleet, ports, options }
  for (const round of roundsOf(options.missing, options.now)) {
    const failure = await reliveRound(run, round)
    if (failure !== null) return failure
    options.onRound()
  }
  return null
}
