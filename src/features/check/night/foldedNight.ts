import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'

/** Services that are drawn as one row: how many, and when all of them were seen. */
export type FoldedNight = { readonly count: number; readonly seen: readonly SeenSpan[] }

/** Some spans without what lies in others. */
export function withoutSpans(spans: readonly SeenSpan[], others: readonly SeenSpan[]): readonly SeenSpan[] {
  return others.reduce<readonly SeenSpan[]>(
    (left, other) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, other.from) },
          { from: Math.max(from, other.to), to },
        ].filter((span) => span.from < span.to),
      ),
    spans,
  )
}

/** What was well whenever anybody watched, and what was well but not seen all of that time: its row is blank where any of it was not. */
export function foldedNight({
  well,
  partlySeen,
  night,
}: Pick<MorningCheck, 'well' | 'partlySeen' | 'night'>): {
  readonly well: FoldedNight
  readonly partly: FoldedNight
} {
  const names = new Set(partlySeen.map(({ service }) => service))
  const unseen = night.services.flatMap((its) => (names.has(its.name) ? its.unseen : []))
  return {
    well: { count: well.length, seen: night.watched },
    partly: { count: partlySeen.length, seen: withoutSpans(night.watched, unseen) },
  }
}
