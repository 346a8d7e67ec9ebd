import { type SeenSpan, spanAt } from '#src/domain/series/seenSpans.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import type { PackedMoments } from './packedMoments.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/** A word that may be forgotten. */
export type Droppable = { readonly service: string; readonly at: EpochMs }

/** What the check after a weekend looks back on is kept before anything older. */
const RECENT: DurationMs = days(3)

/** They are looked for anew after every tenth of them, so that each word costs little. */
const TAKEN_AT_ONCE = 0.1

/** Less goes first: what was said again before what was said, and of either that all was well. */
const rankOf = ({ light }: VerdictMoment, isAgain: boolean, isRecent: boolean): number =>
  (isRecent ? 4 : 0) + (isAgain ? 0 : 2) + (light === 'green' ? 0 : 1)

/** A word of a page that something came after, and whether it only says again what was said. */
type Said = { readonly at: EpochMs; readonly word: VerdictMoment; readonly isAgain: boolean }

/** The first words of their spans of watching, but for what stands now. */
function* firstWords(packed: PackedMoments, seen: readonly SeenSpan[]): Generator<Said> {
  let word: VerdictMoment | null = null
  let last = -Infinity
  for (const one of packed.slice(0, -1)) {
    const isAgain = typeof one === 'number'
    const at = isAgain ? one : one.at
    if (!isAgain) word = one
    if (word !== null && (spanAt(seen, at)?.from ?? Infinity) > last) yield { at, word, isAgain }
    last = at
  }
}

/**
 * Some of the words that are to be forgotten next where there is too much, in that order: older than three days before younger,
 * repeats before words, green before any other light, then the oldest. Only the first word of a span of watching may go: without
 * it the service was not seen for a while, but nothing else lasts longer than it did. What stands now never goes. `seen`: when
 * anybody watched.
 */
export function wordsToDrop(
  pages: Iterable<readonly [service: string, packed: PackedMoments]>,
  seen: readonly SeenSpan[],
): Droppable[] {
  const ranks: Droppable[][] = Array.from({ length: 8 }, () => [])
  const recentFrom = (seen.at(-1)?.to ?? 0) - RECENT
  for (const [service, packed] of pages) {
    for (const { at, word, isAgain } of firstWords(packed, seen))
      ranks[rankOf(word, isAgain, at >= recentFrom)]?.push({ service, at })
  }
  const next = ranks.find((rank) => rank.length > 0) ?? []
  return next.toSorted((a, b) => a.at - b.at).slice(0, Math.ceil(next.length * TAKEN_AT_ONCE))
}
