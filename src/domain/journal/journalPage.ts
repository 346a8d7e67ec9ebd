import { type SeenSpan, spanAt } from '#src/domain/series/seenSpans.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { isEnd } from './addMoment.ts'
import { plainMoments } from './plainMoments.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/**
 * What is left of a service's moments when nothing before `from` counts any more: the last one before it stands at `from`, as
 * far as somebody watched so long. The same array where that is all of them.
 */
export function since(
  moments: readonly VerdictMoment[],
  seen: readonly SeenSpan[],
  from: EpochMs,
): readonly VerdictMoment[] {
  const first = moments.findIndex(({ at }) => at >= from)
  const count = first === -1 ? moments.length : first
  const last = moments[count - 1]
  if (last === undefined) return moments
  const lasts = !isEnd(last) && (spanAt(seen, last.at)?.to ?? last.at) > from && moments[count]?.at !== from
  return [...(lasts ? [{ ...last, at: from }] : []), ...moments.slice(count)]
}

/** Two accounts of one service as one: of two words on the same millisecond the first account's counts. */
export function joinMoments(
  a: readonly VerdictMoment[],
  b: readonly VerdictMoment[],
  seen: readonly SeenSpan[],
): readonly VerdictMoment[] {
  const byTime = new Map([...b, ...a].map((moment) => [moment.at, moment]))
  return plainMoments(
    [...byTime.values()].toSorted((one, other) => one.at - other.at),
    seen,
  )
}
