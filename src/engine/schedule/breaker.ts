import type { DurationMs } from '#src/domain/time/units.ts'

/** However long a pod hangs, it is asked again at least this often: its recovery has to be seen. */
const LONGEST: DurationMs = 60_000

/**
 * The pause before a pod is asked again: its interval, doubled with every time-out in a row after the first.
 * Only time-outs count: a refused connection costs neither side anything, and says the truth at once.
 */
export function pauseAfter(interval: DurationMs, timeoutsInARow: number): DurationMs {
  const doubled = interval * 2 ** Math.max(0, Math.min(timeoutsInARow, 10) - 1)
  return Math.max(interval, Math.min(doubled, LONGEST))
}
