import type { SeenSpan } from '#src/domain/series/seenSpans.ts'

/** What of some spans lies in none of the holes, in one pass: both are as `joinSpans` gives them. */
export function cutSpans(spans: readonly SeenSpan[], holes: readonly SeenSpan[]): readonly SeenSpan[] {
  const left: SeenSpan[] = []
  let first = 0
  for (const { from, to } of spans) {
    while ((holes[first]?.to ?? Infinity) <= from) first++
    let at = from
    for (let i = first; (holes[i]?.from ?? Infinity) < to; i++) {
      const hole = holes[i] ?? { from: to, to }
      if (hole.from > at) left.push({ from: at, to: hole.from })
      at = Math.max(at, hole.to)
    }
    if (at < to) left.push({ from: at, to })
  }
  return left
}
