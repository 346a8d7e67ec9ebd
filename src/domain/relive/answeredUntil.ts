import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { UpTrail } from './upTrail.ts'

/** So many trails are looked through in some milliseconds. */
const SLICE = 100

/** How many of some moments, in order, are behind. */
function passed(inOrder: Float64Array): (isBehind: (moment: EpochMs) => boolean) => number {
  let count = 0
  return (isBehind) => {
    while (count < inOrder.length && isBehind(inOrder[count] ?? Infinity)) count += 1
    return count
  }
}

/**
 * How many of some trails had a scrape around `t` and were answered until `cycle` before it: those that were out before are
 * no evidence. To be asked in order of time. Pauses every few ms.
 */
export function* answeredUntil(
  trails: readonly UpTrail[],
  cycle: DurationMs,
): Generator<undefined, (t: EpochMs) => number> {
  const begins: number[] = []
  /** A run counts no more from here on, because another one follows … */
  const replaced: number[] = []
  /** … or after this, because its last scrape is too old, or it has been out for too long. */
  const over: number[] = []
  const note = ({ runs, freshFor }: UpTrail): void => {
    for (const [i, { up, from, to }] of runs.entries()) {
      const next = runs[i + 1]?.from ?? Infinity
      const last = up ? to + freshFor : Math.min(to + freshFor, from + cycle)
      begins.push(from)
      if (last < next) over.push(last)
      else replaced.push(next)
    }
  }
  for (const [i, trail] of trails.entries()) {
    note(trail)
    if (i % SLICE === SLICE - 1) yield
  }
  const begun = passed(Float64Array.from(begins).sort())
  yield
  const followed = passed(Float64Array.from(replaced).sort())
  yield
  const ended = passed(Float64Array.from(over).sort())
  return (t) => begun((at) => at <= t) - followed((at) => at <= t) - ended((at) => at < t)
}
