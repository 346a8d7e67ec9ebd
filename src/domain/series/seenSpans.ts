import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'

/** A stretch of time that somebody watched, both ends included. */
export type SeenSpan = { readonly from: EpochMs; readonly to: EpochMs }

/** Heartbeats that are further apart have a gap between them: a reload, a short sleep or a slow machine is none. */
export const SEEN_GAP: DurationMs = minutes(10)

/** Some spans in any order as few, oldest first: what is no more than `gap` apart is one. */
export function joinSpans(spans: readonly SeenSpan[], gap: DurationMs = SEEN_GAP): readonly SeenSpan[] {
  const joined: SeenSpan[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last === undefined || span.from - last.to > gap) joined.push(span)
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
  }
  return joined
}

/** The spans with one more moment; the same array where it lies within one of them. `spans`: as `joinSpans` gives them. */
export function withMoment(
  spans: readonly SeenSpan[],
  at: EpochMs,
  gap: DurationMs = SEEN_GAP,
): readonly SeenSpan[] {
  const last = spans.at(-1)
  if (last === undefined || at < last.from)
    return spanAt(spans, at) === null ? joinSpans([...spans, { from: at, to: at }], gap) : spans
  if (at <= last.to) return spans
  return at - last.to > gap
    ? [...spans, { from: at, to: at }]
    : [...spans.slice(0, -1), { from: last.from, to: at }]
}

/** The span that a moment lies in; null where nobody watched. Looked up in halves: it is asked for every change. */
export function spanAt(spans: readonly SeenSpan[], at: EpochMs): SeenSpan | null {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.from ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  const span = spans[low - 1]
  return span !== undefined && at <= span.to ? span : null
}

/** What of the spans lies within one of them. Of what only touches it nothing is left. */
export const clipSpans = (spans: readonly SeenSpan[], { from, to }: SeenSpan): readonly SeenSpan[] =>
  spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to)

/** What of one span lies in none of the others, which are as `joinSpans` gives them. */
export function outside(spans: readonly SeenSpan[], { from, to }: SeenSpan): readonly SeenSpan[] {
  const left: SeenSpan[] = []
  let at = from
  for (const span of clipSpans(spans, { from, to })) {
    if (span.from > at) left.push({ from: at, to: span.from })
    at = Math.max(at, span.to)
  }
  return at < to ? [...left, { from: at, to }] : left
}

/** How long all of them are together. */
export const lengthOf = (spans: readonly SeenSpan[]): DurationMs =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0)
