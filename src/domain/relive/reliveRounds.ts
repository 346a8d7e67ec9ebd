import { clipSpans, joinSpans, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'

/** So much before a span leads up to it: rates, patience and warm-up have then come to what they would have been. */
const LEADS_UP: DurationMs = minutes(30)

/** What is older than this is looked at more coarsely, and after what is not. */
const FINE_FOR: DurationMs = hours(24)

/** Judging a page takes some 200 µs: of a large fleet only every fourth or sixth minute is looked at. */
const MOST_PAGES = 36_000
const STEPS: readonly DurationMs[] = [2, 3, 4, 5, 6].map(minutes)
const COARSEST: DurationMs = minutes(8)
const COARSEST_BEFORE: DurationMs = minutes(10)

/** How far apart the pages are that are looked at of so many pods. */
export function stepFor(pods: number, { from, to }: SeenSpan, now: EpochMs): DurationMs {
  const isFine = to > now - FINE_FOR
  const coarsest = isFine ? COARSEST : COARSEST_BEFORE
  return [...STEPS, COARSEST].find((step) => (pods * (to - from)) / step <= MOST_PAGES) ?? coarsest
}

const leadUpTo = ({ from, to }: SeenSpan): SeenSpan => ({ from: from - LEADS_UP, to })

/** Times that are lived through in one go, and the span that they lie in, with what leads up to them. */
export type ReliveRound = { readonly span: SeenSpan; readonly missing: readonly SeenSpan[] }

/** What is missing (oldest first), in rounds: the newest first, as it is waited for. */
export function roundsOf(missing: readonly SeenSpan[], now: EpochMs): readonly ReliveRound[] {
  const cut = now - FINE_FOR
  const before = missing.flatMap((one) => clipSpans([one], { from: Number.NEGATIVE_INFINITY, to: cut }))
  const after = missing.flatMap((one) => clipSpans([one], { from: cut, to: Infinity }))
  return [before, after]
    .flatMap((part) => joinSpans(part.map(leadUpTo), 0).map((span): ReliveRound => ({ span, missing: part })))
    .toReversed()
}

/** A round of which only the end is looked at: of its first half hour nothing is told. */
export const endOfRound = ({ missing }: ReliveRound, span: SeenSpan): ReliveRound => ({
  span,
  missing: missing.flatMap((one) => clipSpans([one], { from: span.from + LEADS_UP, to: span.to })),
})
