import { fetchPlan } from '#src/domain/prometheus/fetchPlan.ts'
import type { QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import { readMatrix, readVector } from '#src/domain/prometheus/readResult.ts'
import { type SampleGrid, sampleGrid, type Stretch } from '#src/domain/prometheus/sampleGrid.ts'
import type { PodTarget } from '#src/domain/prometheus/matchTarget.ts'
import { type LabelIs, selector } from '#src/domain/prometheus/selector.ts'
import { type Span, spanWithin, splitSpan } from '#src/domain/prometheus/span.ts'
import {
  type NameCount,
  SCRAPE_NOTES,
  standingMetrics,
  wantedMetrics,
} from '#src/domain/prometheus/wantedMetrics.ts'
import { ok, type Result } from '#src/domain/result.ts'
import { days, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { PrometheusClient } from './prometheusClient.ts'

/** What is known of some targets, oldest first; `leftOut` are metrics with too many series to be fetched. */
export type Past = {
  readonly stretchesOf: (target: PodTarget) => readonly Stretch[]
  readonly series: number
  readonly samples: number
  readonly warnings: readonly string[]
  readonly leftOut: readonly string[]
}

/** The night finely enough for rates, the month as coarsely as the long memory keeps it. */
const NIGHT = { past: hours(24), step: minutes(2) }
const MONTH = { past: days(28), step: hours(1) }

type Spans = { readonly month: Span; readonly night: Span }

function spansBefore(now: EpochMs): Spans {
  const night = spanWithin(now - NIGHT.past, now, NIGHT.step)
  return { month: spanWithin(now - MONTH.past, night.start - 1, MONTH.step), night }
}

type Fetched<T> = Promise<Result<T, QueryFailure>>

/** Series a name, at the most at any time of the month: metrics come and go with versions. */
async function countNames(
  client: PrometheusClient,
  conditions: readonly LabelIs[],
  now: EpochMs,
): Fetched<readonly NameCount[]> {
  const promql = `count by (__name__) (${selector(conditions)})`
  const most = new Map<string, number>()
  const note = (name: string, series: number): void => {
    if (Number.isFinite(series)) most.set(name, Math.max(series, most.get(name) ?? 0))
  }
  const answer = await client.query(promql, now)
  if (!answer.ok) return answer
  const vector = readVector(answer.value.data)
  if (!vector.ok) return vector
  for (const { name, value } of vector.value) note(name, value)

  const span = spanWithin(now - MONTH.past, now, days(1))
  const before = await client.queryRange(promql, span)
  if (!before.ok) return before
  const matrix = readMatrix(before.value.data, span)
  if (!matrix.ok) return matrix
  for (const { name, values } of matrix.value) for (const value of values) note(name, value)
  return ok([...most].map(([name, series]) => ({ name, series })))
}

/** Queries for what feeds signals over a span, and for when the scrapes were. */
function* piecesOf(
  conditions: readonly LabelIs[],
  metrics: readonly NameCount[],
  span: Span,
): Generator<{ readonly promql: string; readonly span: Span; readonly name: string | null }> {
  const named = (names: readonly string[]): string =>
    selector([{ label: '__name__', values: names }, ...conditions])
  for (const piece of splitSpan(span)) {
    yield { promql: `timestamp(${named([SCRAPE_NOTES.up])})`, span: piece, name: SCRAPE_NOTES.at }
  }
  for (const { names, span: piece } of fetchPlan(metrics, span)) {
    yield { promql: named(names), span: piece, name: null }
  }
}

type Tally = { samples: number; readonly warnings: Set<string> }

async function fill(
  client: PrometheusClient,
  conditions: readonly LabelIs[],
  metrics: readonly NameCount[],
  span: Span,
  tally: Tally,
): Fetched<SampleGrid> {
  const grid = sampleGrid(span)
  for (const piece of piecesOf(conditions, metrics, span)) {
    const answer = await client.queryRange(piece.promql, piece.span)
    if (!answer.ok) return answer
    const matrix = readMatrix(answer.value.data, piece.span)
    if (!matrix.ok) return matrix
    for (const warning of answer.value.warnings) tally.warnings.add(warning)
    const { name } = piece
    const found =
      name === null ? matrix.value : matrix.value.map(({ labels, values }) => ({ name, labels, values }))
    tally.samples += grid.add(piece.span, found)
  }
  return ok(grid)
}

/**
 * Fetches the last 28 days of all series that fulfil the conditions and feed a signal: the last 24 h at every second
 * minute, and before it what says something by itself at every full hour. At most `seriesBudget` series are fetched.
 */
export async function fetchPast(
  client: PrometheusClient,
  conditions: readonly LabelIs[],
  seriesBudget: number,
  now: EpochMs,
): Fetched<Past> {
  const found = await countNames(client, conditions, now)
  if (!found.ok) return found
  const { wanted, leftOut } = wantedMetrics(found.value, seriesBudget)
  const { month, night } = spansBefore(now)
  const tally: Tally = { samples: 0, warnings: new Set() }
  const coarse = await fill(client, conditions, standingMetrics(wanted), month, tally)
  if (!coarse.ok) return coarse
  const fine = await fill(client, conditions, wanted, night, tally)
  if (!fine.ok) return fine
  return ok({
    stretchesOf: (target) => [coarse.value.stretchOf(target), fine.value.stretchOf(target)],
    series: Math.max(coarse.value.seriesCount(), fine.value.seriesCount()),
    samples: tally.samples,
    warnings: [...tally.warnings],
    leftOut,
  })
}
