import { podUsual } from '#src/domain/baseline/podUsual.ts'
import { type DriftStore, driftStore } from '#src/domain/slope/driftStore.ts'
import type { Assessment } from '#src/domain/slope/assessment.ts'
import type { SeriesOptions } from '#src/domain/slope/feed.ts'
import { type HistoryBook, historyBook, seriesName } from '#src/domain/series/historyBook.ts'
import { type LightBook, lightBook } from '#src/domain/series/lightBook.ts'
import { type MarkBook, markBook } from '#src/domain/series/markBook.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { SignalReading } from '#src/domain/signals/signalReading.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { pageGrowth } from '#src/domain/verdict/pageCensus.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { LEVEL_SIGNALS } from '#src/domain/verdict/rules/level.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import { deployBefore } from './deployBefore.ts'
import type { Drift } from './drift.ts'
import { DRIFT_SIGNALS } from './driftSignals.ts'
import { followStart } from './followStart.ts'
import { isOnlyTail } from './isOnlyTail.ts'
import { restartBefore } from './restartBefore.ts'

/**
 * What is remembered of the pods of a fleet beyond their newest answers: how their signals went, the slopes of those that
 * are judged by it, and when their processes started. Updated in place by `followPod`.
 */
export type Following = {
  readonly histories: HistoryBook
  readonly drifts: DriftStore
  readonly marks: MarkBook
  readonly lights: LightBook
}

/** Nothing remembered yet. */
export const following = (): Following => ({
  histories: historyBook(),
  drifts: driftStore(),
  marks: markBook(),
  lights: lightBook(),
})

/** Signals that tell of one moment, or grow by nature: no line is drawn of them. */
const NOT_REMEMBERED: ReadonlySet<Signal> = new Set(['uptime', 'restarts', 'certificateExpiry'])

/** Of a page that was cut, nobody knows how long all of it takes and what all of it holds. */
const OF_THE_WHOLE_PAGE: ReadonlySet<Signal> = new Set(['scrapeDuration', 'scrapeBytes', 'seriesCount'])

const nameOf = ({ service, pod }: PodFacts, signal: Signal): string =>
  seriesName(service.name, pod.name, signal)

/**
 * The limit of a signal: the one that the fleet file names, else the one that the metrics name; null without either, and
 * for one that is not above zero, which says that there is none.
 */
export function boundOf({ service, signals }: PodFacts, signal: Signal): number | null {
  const bound = service.bounds[signal] ?? signals?.signals.get(signal)?.bound ?? null
  return bound !== null && bound > 0 ? bound : null
}

/** How a signal of a pod is judged by its slope. */
export function slopeOptions(pod: PodFacts, signal: Signal): SeriesOptions {
  const bound = boundOf(pod, signal)
  return { kind: 'gauge', ...(bound === null ? {} : { limit: bound }) }
}

/** A drift that is known keeps the start that it was found with: what is deployed since is not its cause. */
function causeOf(
  { marks }: Following,
  { service, pod, drifts }: PodFacts,
  signal: Signal,
  since: EpochMs,
): Pick<Drift, 'deploy' | 'restartAt'> {
  const known = drifts.find((drift) => drift.signal === signal && drift.since === since)
  if (known !== undefined) return { deploy: known.deploy, restartAt: known.restartAt }
  const starts = marks.marksOf(service.name, pod.name)
  const deploy = deployBefore(starts, since)
  return { deploy, restartAt: deploy === null ? restartBefore(starts, since) : null }
}

/** A drift that has reached its limit is left to the rule on levels; of a signal that has none it goes on, at its limit. */
function assessRise({ drifts }: Following, facts: PodFacts, signal: Signal): Assessment | null {
  const name = nameOf(facts, signal)
  const assessed = drifts.assess(name, slopeOptions(facts, signal))
  if (assessed?.reason !== 'at limit' || LEVEL_SIGNALS.includes(signal)) return assessed
  const rise = drifts.assess(name, { kind: 'gauge' })
  return rise === null ? null : { ...rise, etaMs: assessed.etaMs, etaRange: assessed.etaRange }
}

/**
 * Latency that rises as a whole is for the rule that knows what is usual, and for whatever makes it so; of the tail alone,
 * while the median stays, nothing else tells.
 */
function isTold(memory: Following, facts: PodFacts, signal: Signal, at: EpochMs): boolean {
  if (signal === 'latencyP50') return false
  if (signal !== 'latencyP99') return true
  const median = { name: nameOf(facts, 'latencyP50'), usual: facts.usual.get('latencyP50')?.value }
  return isOnlyTail(memory, median, at)
}

/** What makes a metrics page drift. */
function growthOf(facts: PodFacts, signal: Signal): Pick<Drift, 'grows'> {
  const grows = OF_THE_WHOLE_PAGE.has(signal) ? pageGrowth(facts) : null
  return grows === null ? {} : { grows }
}

function driftOf(
  memory: Following,
  facts: PodFacts,
  { signal, value, of }: SignalReading,
  at: EpochMs,
): Drift[] {
  if (!memory.drifts.isDrifting(nameOf(facts, signal)) || !isTold(memory, facts, signal, at)) return []
  const assessed = assessRise(memory, facts, signal)
  if (assessed === null || assessed.verdict !== 'drift' || assessed.since === null) return []
  const { slopePerHour, ci, since, etaMs, etaRange } = assessed
  const reachedBetween: Drift['reachedBetween'] =
    etaRange === null
      ? null
      : [at + etaRange.earliest, etaRange.latest === null ? null : at + etaRange.latest]
  return [
    {
      signal,
      of,
      value,
      perHour: slopePerHour,
      ci,
      since,
      bound: boundOf(facts, signal),
      reachedAt: etaMs === null ? null : at + etaMs,
      reachedBetween,
      ...causeOf(memory, facts, signal, since),
      ...growthOf(facts, signal),
    },
  ]
}

/** Values that differ by more, with limits of their own, are no line. */
const ONE_LINE = 2

/** Another disk is the fullest now, of quite another size: the line of the one before says nothing of it. */
function isOfAnother(before: SignalReading | undefined, { of, bound, value }: SignalReading): boolean {
  if (before === undefined || before.of === of || before.bound === bound) return false
  const [low, high] = [Math.min(before.value, value), Math.max(before.value, value)]
  return high > ONE_LINE * low
}

/** The name of a series that is no signal: the seconds that a worker of a pod takes for one piece of work. */
const processingName = ({ service, pod }: Pick<PodFacts, 'service' | 'pod'>): string =>
  seriesName(service.name, pod.name, 'processing')

/** Remembers what one metrics page of a pod said, read at `at`, and tells which of its signals drift. */
function followPage(memory: Following, was: PodFacts, facts: PodFacts, at: EpochMs): readonly Drift[] {
  const readings = facts.signals?.signals ?? new Map<Signal, SignalReading>()
  const isCut = facts.tracks.metrics?.lastReading?.value.exposition.truncatedBy !== null
  const tells = (signal: Signal): boolean =>
    !NOT_REMEMBERED.has(signal) && !(isCut && OF_THE_WHOLE_PAGE.has(signal))
  for (const { signal, value } of readings.values()) {
    if (tells(signal)) memory.histories.remember(nameOf(facts, signal), at, value)
  }
  const work = facts.signals?.saturation ?? null
  if (work !== null) memory.histories.remember(processingName(facts), at, work.processingSeconds)
  return DRIFT_SIGNALS.flatMap((signal) => {
    const reading = readings.get(signal)
    if (reading === undefined || !tells(signal)) return []
    if (isOfAnother(was.signals?.signals.get(signal), reading))
      memory.drifts.restart(nameOf(facts, signal), at)
    memory.drifts.push(nameOf(facts, signal), slopeOptions(facts, signal), at, reading.value)
    return driftOf(memory, facts, reading, at)
  })
}

/** Which signals of a pod drift as of its newest metrics page, after more of its past has become known than was then. */
export function driftsNow(memory: Following, facts: PodFacts): readonly Drift[] {
  const at = facts.tracks.metrics?.lastReading?.at
  if (at === undefined) return facts.drifts
  return DRIFT_SIGNALS.flatMap((signal) => {
    const reading = facts.signals?.signals.get(signal)
    return reading === undefined ? [] : driftOf(memory, facts, reading, at)
  })
}

const sameLife = (a: PodFacts, b: PodFacts): boolean =>
  a.startedAt === b.startedAt && a.version?.version === b.version?.version

/** Takes in what one more answer made of a pod, and gives its facts with what is known of it from before. */
export function followPod(memory: Following, was: PodFacts, facts: PodFacts, ended: ProbeEnded): PodFacts {
  const lived = sameLife(was, facts) ? facts : followStart(memory, was, facts, ended.at)
  if (ended.endpoint !== 'metrics' || !ended.result.ok) return lived
  const drifts = followPage(memory, was, lived, ended.at)
  const before = was.tracks.metrics?.lastReading?.at ?? null
  return { ...lived, drifts, usual: podUsual(memory.histories, lived, before, ended.at) }
}
