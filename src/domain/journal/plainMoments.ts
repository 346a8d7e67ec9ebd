import { type SeenSpan, spanAt } from '#src/domain/series/seenSpans.ts'
import { momentKey } from './momentOfRow.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/** So many of one service are kept; of more, the oldest go, and before them the older ones that only say a word again. */
export const MOST_MOMENTS = 200

/** Whether somebody watched all the time from the first moment to the second. */
export const inOneSpan = (a: VerdictMoment, b: VerdictMoment, seen: readonly SeenSpan[]): boolean =>
  (spanAt(seen, b.at)?.from ?? Infinity) <= a.at

/** The oldest hundred first lose what was only said again after a gap: a night of many gaps must not cost the words before it. */
function cutDown(told: readonly VerdictMoment[]): readonly VerdictMoment[] {
  let over = told.length - MOST_MOMENTS
  const kept = told.filter((moment, i) => {
    const last = told[i - 1]
    const isOver = over > 0 && i < told.length - MOST_MOMENTS / 2
    if (!isOver || last === undefined || momentKey(last) !== momentKey(moment)) return true
    over--
    return false
  })
  return kept.slice(-MOST_MOMENTS)
}

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
  return told.length > MOST_MOMENTS ? cutDown(told) : told
}
