import { type DriftStore, driftStore } from '#src/domain/slope/driftStore.ts'
import type { SeriesOptions } from '#src/domain/slope/feed.ts'
import { type HistoryBook, historyBook, seriesName } from '#src/domain/series/historyBook.ts'
import { type MarkBook, markBook } from '#src/domain/series/markBook.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { SignalReading } from '#src/domain/signals/signalReading.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import { deployBefore } from './deployBefore.ts'
import type { Drift } from './drift.ts'
import { DRIFT_SIGNALS } from './driftSignals.ts'

/**
 * What is remembered of the pods of a fleet beyond their newest answers: how their signals went, the slopes of those that
 * are judged by it, and when their processes started. Updated in place by `followPod`.
 */
export type Following = {
  readonly histories: HistoryBook
  readonly drifts: DriftStore
  readonly marks: MarkBook
}

/** Nothing remembered yet. */
export const following = (): Following => ({
  histories: historyBook(),
  drifts: driftStore(),
  marks: markBook(),
})

/** Signals that tell of one moment, or grow by nature: no line is drawn of them. */
const NOT_REMEMBERED: ReadonlySet<Signal> = new Set(['uptime', 'restarts', 'certificateExpiry'])

/** Of a page that was cut, nobody knows how long all of it takes and what all of it holds. */
const OF_THE_WHOLE_PAGE: ReadonlySet<Signal> = new Set(['scrapeDuration', 'scrapeBytes', 'seriesCount'])

const nameOf = ({ service, pod }: PodFacts, signal: Signal): string =>
  seriesName(service.name, pod.name, signal)

/** The limit of a signal: the one that the fleet file names, else the one that the metrics name; null without either. */
export const boundOf = ({ service, signals }: PodFacts, signal: Signal): number | null =>
  service.bounds[signal] ?? signals?.signals.get(signal)?.bound ?? null

/** How a signal of a pod is judged by its slope. */
export function slopeOptions(pod: PodFacts, signal: Signal): SeriesOptions {
  const bound = boundOf(pod, signal)
  return { kind: 'gauge', ...(bound === null ? {} : { limit: bound }) }
}

/**
 * Remembers that a pod's process was started anew, or with another version, as soon as an answer tells of it. A restart
 * since the last time that anybody looked is known by nothing else.
 */
function followStart({ marks, drifts }: Following, facts: PodFacts, at: EpochMs): PodFacts {
  const { startedAt, version } = facts
  const mark = marks.note(facts.service.name, facts.pod.name, {
    startedAt,
    version: version?.version ?? null,
    at,
  })
  if (mark === null) return facts
  for (const signal of DRIFT_SIGNALS) drifts.restart(nameOf(facts, signal), mark.at)
  const isNews = mark.kind === 'restart' && !facts.restarts.some((known) => known >= mark.at)
  return isNews ? { ...facts, restarts: [...facts.restarts, mark.at] } : facts
}

/** A drift that is known keeps the deploy that it was found with: what is deployed since is not its cause. */
function suspected({ marks }: Following, { service, pod, drifts }: PodFacts, signal: Signal, since: EpochMs) {
  const known = drifts.find((drift) => drift.signal === signal && drift.since === since)
  return known === undefined ? deployBefore(marks.marksOf(service.name, pod.name), since) : known.deploy
}

function driftOf(
  memory: Following,
  facts: PodFacts,
  { signal, value, of }: SignalReading,
  at: EpochMs,
): Drift[] {
  const name = nameOf(facts, signal)
  if (!memory.drifts.isDrifting(name)) return []
  const assessed = memory.drifts.assess(name, slopeOptions(facts, signal))
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
      deploy: suspected(memory, facts, signal, since),
    },
  ]
}

/** Remembers what one metrics page of a pod said, read at `at`, and tells which of its signals drift. */
function followPage(memory: Following, facts: PodFacts, at: EpochMs): readonly Drift[] {
  const readings = facts.signals?.signals ?? new Map<Signal, SignalReading>()
  const isCut = facts.tracks.metrics?.lastReading?.value.exposition.truncatedBy !== null
  const tells = (signal: Signal): boolean =>
    !NOT_REMEMBERED.has(signal) && !(isCut && OF_THE_WHOLE_PAGE.has(signal))
  for (const { signal, value } of readings.values()) {
    if (tells(signal)) memory.histories.remember(nameOf(facts, signal), at, value)
  }
  return DRIFT_SIGNALS.flatMap((signal) => {
    const reading = readings.get(signal)
    if (reading === undefined || !tells(signal)) return []
    memory.drifts.push(nameOf(facts, signal), slopeOptions(facts, signal), at, reading.value)
    return driftOf(memory, facts, reading, at)
  })
}

const sameLife = (a: PodFacts, b: PodFacts): boolean =>
  a.startedAt === b.startedAt && a.version?.version === b.version?.version

/** Takes in what one more answer made of a pod, and gives its facts with what is known of it from before. */
export function followPod(memory: Following, was: PodFacts, facts: PodFacts, ended: ProbeEnded): PodFacts {
  const lived = sameLife(was, facts) ? facts : followStart(memory, facts, ended.at)
  if (ended.endpoint !== 'metrics' || !ended.result.ok) return lived
  return { ...lived, drifts: followPage(memory, lived, ended.at) }
}
