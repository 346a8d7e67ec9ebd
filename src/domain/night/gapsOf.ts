import { joinSpans, lengthOf, outside, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'

/** A reload, a short sleep or a slow machine is no gap: a word on a pod holds for about so long. */
export const NO_GAP: DurationMs = seconds(30)

/** Holes that are shorter than this may be too short each, and yet … */
const SHORT: DurationMs = minutes(2)

/** … hide hours when there are many: more than so much of them … */
const TOGETHER: DurationMs = minutes(2)

/** … within so long. */
const WITHIN: DurationMs = minutes(10)

/** Runs of short holes that are together too long to be passed over, each as one. */
function runsOf(holes: readonly SeenSpan[]): readonly SeenSpan[] {
  const runs: SeenSpan[] = []
  let first = 0
  let sum: DurationMs = 0
  for (const [i, hole] of holes.entries()) {
    sum += lengthOf([hole])
    for (let oldest = holes[first]; oldest !== undefined && first < i; oldest = holes[first]) {
      if (hole.to - oldest.from <= WITHIN) break
      sum -= lengthOf([oldest])
      first++
    }
    const from = holes[first]?.from ?? hole.from
    if (sum > TOGETHER) runs.push({ from, to: hole.to })
  }
  return runs
}

/**
 * When nobody watched within a time, oldest first: holes of half a minute and more, and many small ones as one where they are
 * more than two minutes within ten. `watched` in any order.
 */
export function gapsOf(watched: readonly SeenSpan[], within: SeenSpan): readonly SeenSpan[] {
  return tellable(outside(joinSpans(watched, 0), within))
}

/** Of holes, oldest first, those that are told: see `gapsOf`. */
export function tellable(holes: readonly SeenSpan[]): readonly SeenSpan[] {
  if (holes.length === 0) return []
  const long = holes.filter(({ from, to }) => to - from >= NO_GAP)
  const short = holes.filter(({ from, to }) => to - from < SHORT)
  return joinSpans([...long, ...runsOf(short)], 0)
}
