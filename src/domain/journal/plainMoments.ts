import { type SeenSpan, spanAt } from '#src/domain/series/seenSpans.ts'
import { momentKey } from './momentOfRow.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/** So many of one service are kept; of more, the oldest go. */
export const MOST_MOMENTS = 200

/** Whether somebody watched all the time from the first moment to the second. */
export const inOneSpan = (a: VerdictMoment, b: VerdictMoment, seen: readonly SeenSpan[]): boolean =>
  (spanAt(seen, b.at)?.from ?? Infinity) <= a.at

/** Leaves out what only says again, within one span of watching, what was said before. In order of time. */
export function plainMoments(
  moments: readonly VerdictMoment[],
  seen: readonly SeenSpan[],
): readonly VerdictMoment[] {
  const told: VerdictMoment[] = []
  for (const moment of moments) {
    const last = told.at(-1)
    const isRepeated =
      last !== undefined && inOneSpan(last, moment, seen) && momentKey(last) === momentKey(moment)
    if (!isRepeated) told.push(moment)
  }
  return told.slice(-MOST_MOMENTS)
}
