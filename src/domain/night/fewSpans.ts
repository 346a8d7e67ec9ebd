import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { DurationMs } from '#src/domain/time/units.ts'

const apart = (spans: readonly SeenSpan[], i: number): DurationMs =>
  (spans[i]?.from ?? 0) - (spans[i - 1]?.to ?? 0)

/** The places before which the most time lies, of so many. */
function widest(spans: readonly SeenSpan[], most: number): ReadonlySet<number> {
  const places = spans.map((_, i) => i).slice(1)
  return new Set(places.toSorted((a, b) => apart(spans, b) - apart(spans, a)).slice(0, most - 1))
}

/** At most so many spans, oldest first: of more those are joined between which the least time lies. `spans`: as `joinSpans` gives them. */
export function fewSpans(spans: readonly SeenSpan[], most: number): readonly SeenSpan[] {
  if (spans.length <= most) return spans
  const begins = widest(spans, most)
  const few: SeenSpan[] = []
  for (const [i, span] of spans.entries()) {
    const last = few.at(-1)
    if (last === undefined || begins.has(i)) few.push(span)
    else few[few.length - 1] = { from: last.from, to: span.to }
  }
  return few
}
