import { type SeenSpan, spanAt } from '#src/domain/series/seenSpans.ts'
import { fewSpans } from './fewSpans.ts'
import { tellable } from './gapsOf.ts'

/** So many times are told of one service. */
const MOST_UNSEEN = 100

/** Spans between which nobody watched as one: what was out of sight before and after was so in between. */
function acrossGaps(spans: readonly SeenSpan[], unwatched: readonly SeenSpan[]): readonly SeenSpan[] {
  const joined: SeenSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    const isNext = last !== undefined && (spanAt(unwatched, last.to)?.to ?? -Infinity) >= span.from
    if (isNext) joined[joined.length - 1] = { from: last.from, to: span.to }
    else joined.push(span)
  }
  return joined
}

/** Behind all others. */
const NONE: SeenSpan = { from: Infinity, to: Infinity }

/** What of a time lies in neither of two lists of spans, both oldest first, in one pass: it is asked for every service. */
function inNeither(a: readonly SeenSpan[], b: readonly SeenSpan[], { from, to }: SeenSpan): SeenSpan[] {
  const left: SeenSpan[] = []
  let [at, i, j] = [from, 0, 0]
  while (at < to) {
    const [one, other] = [a[i] ?? NONE, b[j] ?? NONE]
    const isFirst = one.from <= other.from
    const next = isFirst ? one : other
    if (isFirst) i++
    else j++
    const begins = Math.min(next.from, to)
    if (begins > at) left.push({ from: at, to: begins })
    at = Math.max(at, next.to)
  }
  return left
}

/**
 * When a service was not seen within a time though somebody watched, oldest first: the holes of `gapsOf`. Those that only a
 * gap parts are one; of more than a hundred the nearest ones are.
 *
 * `seen`: when it was seen, oldest first; `unwatched`: when nobody watched, as `joinSpans` gives it.
 */
export function unseenIn(
  seen: readonly SeenSpan[],
  unwatched: readonly SeenSpan[],
  within: SeenSpan,
): readonly SeenSpan[] {
  if (within.from >= within.to) return []
  const holes = tellable(inNeither(seen, unwatched, within))
  return fewSpans(acrossGaps(holes, unwatched), MOST_UNSEEN)
}
