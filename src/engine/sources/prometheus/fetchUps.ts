import type { RawSeries } from '#src/domain/prometheus/readRaw.ts'
import { readRaw } from '#src/domain/prometheus/readRaw.ts'
import { spanWithin, splitSpan } from '#src/domain/prometheus/span.ts'
import { type LabelIs, selector } from '#src/domain/prometheus/selector.ts'
import { SCRAPE_NOTES } from '#src/domain/prometheus/wantedMetrics.ts'
import type { UpPlan } from '#src/domain/relive/upPlan.ts'
import { ok } from '#src/domain/result.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, hours, minutes } from '#src/domain/time/units.ts'
import type { Fetched } from './fillGrid.ts'
import type { PrometheusClient } from './prometheusClient.ts'

/** A pod that is scraped every 15 s has 240 samples an hour: some 40,000 fit into an answer of a megabyte. */
const POD_HOURS = 160

/** As many minutes of pods, which are four hours for each of those. */
const POD_MINUTES = POD_HOURS * 240

/** Pieces of a span, newest last, with room for twice as many pods: those that were replaced are among them. */
function piecesOf({ from, to }: SeenSpan, pods: number): readonly SeenSpan[] {
  const length: DurationMs = hours(Math.max(1, Math.floor(POD_HOURS / (2 * Math.max(1, pods)))))
  return Array.from({ length: Math.ceil((to - from) / length) }, (_, i) => ({
    from: from + i * length,
    to: Math.min(to, from + (i + 1) * length),
  }))
}

const inSeconds = ({ from, to }: SeenSpan): number => Math.max(1, Math.round((to - from) / 1000))

/** Pieces of one series after one another. A moment at which two of them meet is told by both. */
function inOneRow([first, ...others]: readonly RawSeries[]): readonly RawSeries[] {
  if (first === undefined) return []
  if (others.length === 0) return [first]
  const at = [...first.at]
  const values = [...first.values]
  for (const piece of others) {
    const last = at.at(-1) ?? Number.NEGATIVE_INFINITY
    for (const [i, t] of piece.at.entries()) {
      if (t <= last) continue
      at.push(t)
      values.push(piece.values[i] ?? Number.NaN)
    }
  }
  return [{ labels: first.labels, at: Float64Array.from(at), values: Float64Array.from(values) }]
}

const keyOf = ({ labels }: RawSeries): string =>
  JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** Questions for what a server noted of its scrapes, in pieces of the span. */
const questionsOf = (
  client: PrometheusClient,
  up: string,
  { span, each }: UpPlan,
  pods: number,
): readonly (() => ReturnType<PrometheusClient['query']>)[] =>
  each === 'scrape'
    ? piecesOf(span, pods).map((piece) => () => client.query(`${up}[${inSeconds(piece)}s]`, piece.to))
    : splitSpan(
        spanWithin(span.from, span.to, minutes(1)),
        Math.max(60, Math.floor(POD_MINUTES / (2 * Math.max(1, pods)))),
      ).map((piece) => () => client.queryRange(`min_over_time(${up}[60s])`, piece))

/**
 * Every scrape of some targets as the server noted it, its own samples of `up`; or every minute in which there was one: a
 * minute counts as answered where all of its scrapes were.
 */
export async function fetchUps(
  client: PrometheusClient,
  conditions: readonly LabelIs[],
  pods: number,
  plan: UpPlan,
): Fetched<readonly RawSeries[]> {
  const found = new Map<string, RawSeries[]>()
  const up = selector([{ label: '__name__', values: [SCRAPE_NOTES.up] }, ...conditions])
  for (const ask of questionsOf(client, up, plan, pods)) {
    const answer = await ask()
    if (!answer.ok) return answer
    const raw = readRaw(answer.value.data)
    if (!raw.ok) return raw
    for (const series of raw.value) {
      const key = keyOf(series)
      const pieces = found.get(key)
      if (pieces === undefined) found.set(key, [series])
      else pieces.push(series)
    }
  }
  return ok([...found.values()].flatMap(inOneRow))
}
