import type { Signal } from '#src/domain/signals/signal.ts'
import { differenceFloor } from './differenceFloor.ts'

/** As of two pods: what is less than that of the other is what a process does by chance. */
const LEAST_TIMES = 1.5

/**
 * Whether a signal is so different from what it was that one should look at it: by more than means nothing for it, and half
 * as much more or a third less. From and to nothing only the difference counts. In the signal's unit.
 */
export function changeMatters(signal: Signal, was: number, is: number): boolean {
  const [low, high] = [Math.min(was, is), Math.max(was, is)]
  return high - low > differenceFloor(signal) && high >= low * LEAST_TIMES
}
