import { pairedMetrics } from '#src/domain/prometheus/pairedMetrics.ts'
import { readMatrix, readVector } from '#src/domain/prometheus/readResult.ts'
import type { PairedStretch } from '#src/domain/prometheus/replayPairs.ts'
import type { SampleGrid, Stretch } from '#src/domain/prometheus/sampleGrid.ts'
import type { PodTarget } from '#src/domain/prometheus/matchTarget.ts'
import { type LabelIs, selector } from '#src/domain/prometheus/selector.ts'
import { pointsOf, type Span, spanWithin } from '#src/domain/prometheus/span.ts'
import { type NameCount, standingMetrics, wantedMetrics } from '#src/domain/prometheus/wantedMetrics.ts'
import { ok } from '#src/domain/result.ts'
import { days, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { type Fetched, fillGrid, type Tally, type Wish } from './fillGrid.ts'
import type { PrometheusClient } from './prometheusClient.ts'

/**
 * What is known of some targets, oldest first; `pairOf`: of the hours before the last day, what has to be seen twice to
 * say something, or null. `leftOut` are metrics with too many series to be fetched, or to be fetched of those hours.
 */
export type Past = {
  readonly stretchesOf: (target: PodTarget) => readonly Stretch[]
  readonly pairOf: (target: PodTarget) => PairedStretch | null
  readonly series: number
  readonly samples: number
  readonly warnings: readonly string[]
  readonly leftOut: readonly string[]
}

/** The night finely enough for rates, the month as coarsely as the long memory keeps it. */
const NIGHT = { past: hours(24), step: minutes(2) }
const MONTH = { past: days(28), step: hours(1) }

/**
 * How long before each full hour its two scrapes are: around the middle of the hour that it ends, since jobs begin and end
 * on the hour. Further apart than a query looks back (five minutes), or both could be the same scrape; near enough for
 * a rate (ten) also where scrapes are minutes apart.
 */
const PAIR = { before: minutes(33), after: minutes(27) }

type Spans = { readonly month: Span; readonly night: Span }

function spansBefore(now: EpochMs): Spans {
  const night = spanWithin(now - NIGHT.past, now, NIGHT.step)
  return { month: spanWithin(now - MONTH.past, night.start - 1, MONTH.step), night }
}

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

type Pair = { readonly before: SampleGrid; readonly after: SampleGrid }

/** Both scrapes of each hour of the month; null where nothing has to be seen twice. */
async function fillPair(
  client: PrometheusClient,
  conditions: readonly LabelIs[],
  month: Omit<Wish, 'ago'>,
  tally: Tally,
): Fetched<Pair | null> {
  if (month.metrics.length === 0) return ok(null)
  const before = await fillGrid(client, conditions, { ...month, ago: PAIR.before }, tally)
  if (!before.ok) return before
  const after = await fillGrid(client, conditions, { ...month, ago: PAIR.after }, tally)
  return after.ok ? ok({ before: before.value, after: after.value }) : after
}

const seriesOf = (metrics: readonly NameCount[]): number =>
  metrics.reduce((sum, { series }) => sum + series, 0)

/** Series that may be fetched in pairs: for the samples that the budget would allow for, and the rest leaves. */
function roomForPairs(
  seriesBudget: number,
  { month, night }: Spans,
  wanted: readonly NameCount[],
  standing: readonly NameCount[],
): number {
  const [hourly, fine] = [pointsOf(month), pointsOf(night)]
  const left = seriesBudget * (hourly + fine) - seriesOf(wanted) * fine - seriesOf(standing) * hourly
  return Math.floor(left / (2 * hourly))
}

/**
 * Fetches the last 28 days of all series that fulfil the conditions and feed a signal: the last 24 h at every second
 * minute, and before it what says something by itself at every full hour, and what has to be seen twice at two moments of
 * every hour. At most `seriesBudget` series are fetched, and no more samples than so many series would have; what is
 * seen twice is the first to be left out.
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
  const spans = spansBefore(now)
  const standing = standingMetrics(wanted)
  const { paired, leftOut: notPaired } = pairedMetrics(
    wanted,
    roomForPairs(seriesBudget, spans, wanted, standing),
  )
  const { month, night } = spans
  const tally: Tally = { samples: 0, warnings: new Set() }
  const coarse = await fillGrid(client, conditions, { metrics: standing, span: month, ago: 0 }, tally)
  if (!coarse.ok) return coarse
  const pair = await fillPair(client, conditions, { metrics: paired, span: month }, tally)
  if (!pair.ok) return pair
  const fine = await fillGrid(client, conditions, { metrics: wanted, span: night, ago: 0 }, tally)
  if (!fine.ok) return fine
  return ok({
    stretchesOf: (target) => [coarse.value.stretchOf(target), fine.value.stretchOf(target)],
    pairOf: (target) =>
      pair.value && {
        before: pair.value.before.stretchOf(target),
        after: pair.value.after.stretchOf(target),
      },
    series: Math.max(coarse.value.seriesCount(), fine.value.seriesCount()),
    samples: tally.samples,
    warnings: [...tally.warnings],
    leftOut: [...leftOut, ...notPaired],
  })
}
