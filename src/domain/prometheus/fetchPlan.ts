import { encodedLength } from './selector.ts'
import { pointsOf, splitSpan, type Span } from './span.ts'
import type { NameCount } from './wantedMetrics.ts'

/** One range query: these metrics over this span. */
export type Piece = { readonly names: readonly string[]; readonly span: Span }

/** A sample is 25 to 30 bytes of JSON: an answer of this many is a megabyte, read within some 15 ms. */
export const SAMPLES_AN_ANSWER = 30_000

/** Room in a URL for names; with the conditions and the path it stays below 6 KB, and proxies take 8 KB. */
const NAMES_LENGTH = 3000

type Pack = { names: string[]; length: number; samples: number }

/** The metrics in groups that each fit one answer and one URL; a metric that does not fit by itself is alone. */
function packed(metrics: readonly NameCount[], points: number): Pack[] {
  const packs: Pack[] = []
  for (const { name, series } of metrics) {
    const samples = series * points
    // Behind each name stands an encoded bar.
    const length = encodedLength(name) + 3
    const last = packs.at(-1)
    if (
      last !== undefined &&
      last.samples + samples <= SAMPLES_AN_ANSWER &&
      last.length + length <= NAMES_LENGTH
    ) {
      last.names.push(name)
      last.samples += samples
      last.length += length
    } else packs.push({ names: [name], length, samples })
  }
  return packs
}

/**
 * Splits the wish for these metrics over a span into queries, each with an answer of about `SAMPLES_AN_ANSWER` samples
 * at the most, names that fit into a URL and no more than 11,000 points a series. First by names; in time only where
 * one name is too many or the span too long.
 */
export function fetchPlan(metrics: readonly NameCount[], span: Span): Piece[] {
  const points = pointsOf(span)
  if (points === 0) return []
  return packed(metrics, points).flatMap(({ names, samples }) => {
    const most = Math.floor((points * SAMPLES_AN_ANSWER) / Math.max(samples, 1))
    return splitSpan(span, Math.max(1, most)).map((piece) => ({ names, span: piece }))
  })
}
