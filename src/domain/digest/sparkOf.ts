import { boundOf, type Following, slopeOptions } from '#src/domain/drift/following.ts'
import { historyLine } from '#src/domain/series/historyLine.ts'
import { seriesName } from '#src/domain/series/historyBook.ts'
import { lineOf, type RecentSeries } from '#src/domain/series/recentSeries.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Assessment } from '#src/domain/slope/assessment.ts'
import type { SeriesOptions } from '#src/domain/slope/feed.ts'
import { days, type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Spark, SparkSlope } from './digestRow.ts'

/** The kept lines of the last half hour of one pod, by signal. */
export type PodSeries = ReadonlyMap<Signal, RecentSeries>

/** What lines are drawn of. */
export type Lines = {
  readonly recent: ReadonlyMap<string, PodSeries>
  readonly memory: Following
}

/** A line shows a day; of a drift that is older, a quarter more than it lasts. */
const SPAN: DurationMs = days(1)
const AROUND_DRIFT = 1.25

/** A line over less than this is drawn of what came within the last half hour, which is finer. */
const LEAST_HISTORY: DurationMs = hours(1)

/** What was last judged longer ago says nothing of the newest page: a page that is cut tells no count of its series. */
const STILL_JUDGED: DurationMs = minutes(10)

/** When the newest value on a line was read. */
const readAt = (pod: PodFacts): EpochMs | null => pod.tracks.metrics?.lastReading?.at ?? null

function slopeLine(assessed: Assessment, at: EpochMs): SparkSlope | null {
  const { verdict, slopePerHour, ci, since, etaMs, etaRange, windowHours, fittedNow } = assessed
  const isDrift = verdict === 'drift'
  if (Number.isNaN(fittedNow) || !(isDrift || verdict === 'flat')) return null
  const over = isDrift && since !== null ? Math.max(windowHours, (at - since) / hours(1)) : windowHours
  return {
    perHour: slopePerHour,
    ci,
    isDrift,
    since,
    from: at - hours(over),
    fromValue: fittedNow - slopePerHour * over,
    to: at,
    toValue: fittedNow,
    reachedAt: etaMs === null ? null : at + etaMs,
    reachedBetween:
      etaRange === null
        ? null
        : [at + etaRange.earliest, etaRange.latest === null ? null : at + etaRange.latest],
  }
}

/** The slope of a series as of the newest page, read at `at`; null of what is not judged, or was not on the newest pages. */
export function slopeAsOf(
  { drifts }: Pick<Following, 'drifts'>,
  name: string,
  options: SeriesOptions,
  at: EpochMs,
): SparkSlope | null {
  if (at - (drifts.lastAt(name) ?? at) > STILL_JUDGED) return null
  const assessed = drifts.assess(name, options)
  return assessed === null ? null : slopeLine(assessed, at)
}

type Drawn = Pick<Spark, 'from' | 'step' | 'values'>

/** The line over its day, or over its drift; null while less than an hour is known. */
function longLine({ memory }: Lines, name: string, at: EpochMs, since: EpochMs | null): Drawn | null {
  const history = memory.histories.get(name)
  if (history === null) return null
  const span = Math.max(SPAN, since === null ? 0 : AROUND_DRIFT * (at - since))
  const line = historyLine(history, at, span)
  return line === null || line.values.length * line.step < LEAST_HISTORY ? null : line
}

function shortLine({ recent }: Lines, pod: string, signal: Signal): Drawn | null {
  const ring = recent.get(pod)?.get(signal)
  const line = ring === undefined ? null : lineOf(ring)
  return ring === undefined || line === null ? null : { ...line, step: ring.step }
}

/**
 * The line of one signal of one pod with the slope that was fitted to it, and the starts of its process that lie on it.
 * `was`: what was drawn last, given again where no newer page was read. Null where nothing was read.
 */
export function sparkOf(pod: PodFacts, signal: Signal, lines: Lines, was: Spark | null): Spark | null {
  const at = readAt(pod)
  if (at === null) return null
  const { name } = pod.pod
  if (was !== null && was.readAt === at && was.signal === signal && was.pod === name) return was
  const service = pod.service.name
  const series = seriesName(service, name, signal)
  const slope = slopeAsOf(lines.memory, series, slopeOptions(pod, signal), at)
  const drawn = longLine(lines, series, at, slope?.since ?? null) ?? shortLine(lines, name, signal)
  if (drawn === null) return null
  const { from } = drawn
  const marks = lines.memory.marks.marksOf(service, name).filter((mark) => mark.at >= from && mark.at <= at)
  return { signal, pod: name, readAt: at, ...drawn, bound: boundOf(pod, signal), slope, marks }
}
