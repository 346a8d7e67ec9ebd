import { fetchPlan } from '#src/domain/prometheus/fetchPlan.ts'
import type { QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import { readMatrix } from '#src/domain/prometheus/readResult.ts'
import { type SampleGrid, sampleGrid } from '#src/domain/prometheus/sampleGrid.ts'
import { type LabelIs, selector } from '#src/domain/prometheus/selector.ts'
import { type Span, spanAgo, splitSpan } from '#src/domain/prometheus/span.ts'
import { type NameCount, SCRAPE_NOTES } from '#src/domain/prometheus/wantedMetrics.ts'
import { ok, type Result } from '#src/domain/result.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { PrometheusClient } from './prometheusClient.ts'

export type Fetched<T> = Promise<Result<T, QueryFailure>>

/** What is asked of a span: as it was at its moments, or `ago` before each of them. */
export type Wish = {
  readonly metrics: readonly NameCount[]
  readonly span: Span
  readonly ago: DurationMs
}

/** What came along with the values. */
export type Tally = { samples: number; readonly warnings: Set<string> }

/** Queries for what feeds signals over a span, and for when the scrapes were. */
function* piecesOf(
  conditions: readonly LabelIs[],
  { metrics, span, ago }: Wish,
): Generator<{ readonly promql: string; readonly span: Span; readonly name: string | null }> {
  // Moments that are no multiples of the step would be moved by some servers: the query is, not the span.
  const offset = ago === 0 ? '' : ` offset ${ago / 1000}s`
  const named = (names: readonly string[]): string =>
    selector([{ label: '__name__', values: names }, ...conditions]) + offset
  for (const piece of splitSpan(span)) {
    yield { promql: `timestamp(${named([SCRAPE_NOTES.up])})`, span: piece, name: SCRAPE_NOTES.at }
  }
  for (const { names, span: piece } of fetchPlan(metrics, span)) {
    yield { promql: named(names), span: piece, name: null }
  }
}

/** Fetches what is wished for of all series that fulfil the conditions, piece by piece. */
export async function fillGrid(
  client: PrometheusClient,
  conditions: readonly LabelIs[],
  wish: Wish,
  tally: Tally,
): Fetched<SampleGrid> {
  const { span, ago } = wish
  const grid = sampleGrid(spanAgo(span, ago))
  for (const piece of piecesOf(conditions, wish)) {
    const answer = await client.queryRange(piece.promql, piece.span)
    if (!answer.ok) return answer
    const matrix = readMatrix(answer.value.data, piece.span)
    if (!matrix.ok) return matrix
    for (const warning of answer.value.warnings) tally.warnings.add(warning)
    const { name } = piece
    const found =
      name === null ? matrix.value : matrix.value.map(({ labels, values }) => ({ name, labels, values }))
    tally.samples += grid.add(spanAgo(piece.span, ago), found)
  }
  return ok(grid)
}
