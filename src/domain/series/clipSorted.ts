import type { SeenSpan } from './seenSpans.ts'

/**
 * What of each stretch lies within one of the spans, in one pass: both are oldest first, and neither overlaps itself. Of what
 * only touches a span nothing is left.
 */
export function clipSorted<T extends SeenSpan>(stretches: readonly T[], spans: readonly SeenSpan[]): T[] {
  const clipped: T[] = []
  let first = 0
  for (const stretch of stretches) {
    while ((spans[first]?.to ?? Infinity) <= stretch.from) first++
    for (let i = first; (spans[i]?.from ?? Infinity) < stretch.to; i++) {
      const { from, to } = spans[i] ?? stretch
      const part = { ...stretch, from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) }
      if (part.from < part.to) clipped.push(part)
    }
  }
  return clipped
}
