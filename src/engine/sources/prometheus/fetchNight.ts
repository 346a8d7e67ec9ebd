import type { PodTarget } from '#src/domain/prometheus/matchTarget.ts'
import { readMatrix, readVector } from '#src/domain/prometheus/readResult.ts'
import type { Stretch } from '#src/domain/prometheus/sampleGrid.ts'
import { type LabelIs, selector } from '#src/domain/prometheus/selector.ts'
import { type Span, spanWithin } from '#src/domain/prometheus/span.ts'
import { conditionsFor } from '#src/domain/prometheus/targetSeries.ts'
import { type NameCount, wantedMetrics } from '#src/domain/prometheus/wantedMetrics.ts'
import { ok } from '#src/domain/result.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import { type Fetched, fillGrid } from './fillGrid.ts'
import { podBatches } from './podBatches.ts'
import type { PrometheusClient } from './prometheusClient.ts'

/** A pod whose pages are wanted. */
export type Wanted = { readonly ref: { readonly service: string }; readonly target: PodTarget }

/** Series of one pod: a page of a Go or Java process has fewer that feed a signal. */
const SERIES_A_POD = 100

/** Metrics come and go with versions, which stay for longer than this. */
const COUNTED_EVERY: DurationMs = minutes(30)

/** Series a name, at the most at any time of the span. */
async function countNames(
  client: PrometheusClient,
  conditions: readonly LabelIs[],
  { start, end }: Span,
): Fetched<readonly NameCount[]> {
  const promql = `count by (__name__) (${selector(conditions)})`
  const most = new Map<string, number>()
  const note = (name: string, series: number): void => {
    if (Number.isFinite(series)) most.set(name, Math.max(series, most.get(name) ?? 0))
  }
  const answer = await client.query(promql, end)
  if (!answer.ok) return answer
  const vector = readVector(answer.value.data)
  if (!vector.ok) return vector
  for (const { name, value } of vector.value) note(name, value)
  const span = spanWithin(start, end, COUNTED_EVERY)
  const before = await client.queryRange(promql, span)
  if (!before.ok) return before
  const matrix = readMatrix(before.value.data, span)
  if (!matrix.ok) return matrix
  for (const { name, values } of matrix.value) for (const value of values) note(name, value)
  return ok([...most].map(([name, series]) => ({ name, series })))
}

/** Fetches the pages of some pods of one service at the moments of a span, as far as they feed signals. */
export async function fetchNight<T extends Wanted>(
  client: PrometheusClient,
  pods: readonly T[],
  match: Readonly<Record<string, string>>,
  span: Span,
): Fetched<ReadonlyMap<T, Stretch>> {
  const pages = new Map<T, Stretch>()
  for (const batch of podBatches(pods)) {
    const conditions = conditionsFor(
      batch.map(({ target }) => target),
      match,
    )
    const found = await countNames(client, conditions, span)
    if (!found.ok) return found
    const { wanted } = wantedMetrics(found.value, SERIES_A_POD * batch.length)
    const tally = { samples: 0, warnings: new Set<string>() }
    const grid = await fillGrid(client, conditions, { metrics: wanted, span, ago: 0 }, tally)
    if (!grid.ok) return grid
    for (const pod of batch) pages.set(pod, grid.value.stretchOf(pod.target))
  }
  return ok(pages)
}
