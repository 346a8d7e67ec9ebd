import { type DurationMs, seconds } from '#src/domain/time/units.ts'

/** A worker that slept for so long may have lost the lead … */
const SLEPT: DurationMs = seconds(3)

/** … and hears of it in a moment. */
const HEARS_WITHIN: DurationMs = seconds(5)

/**
 * Tells whether a worker slept a moment ago: somebody else may have taken the lead then and knows more, and must not be
 * written over. Turns that are always far apart are slow, not asleep.
 */
export type NapGuard = {
  /** To be asked with every turn. */
  turn(): boolean
  /** In between: a worker that wakes may go on with what it was about before it comes to its next turn. */
  isNap(): boolean
}

/** Its first turn is now. */
export function napGuard(monotonic: () => DurationMs): NapGuard {
  let turnAt = monotonic()
  let isSlow = false
  let quietUntil = Number.NEGATIVE_INFINITY
  return {
    turn() {
      const now = monotonic()
      const wasSlow = isSlow
      isSlow = now - turnAt > SLEPT
      turnAt = now
      if (isSlow && !wasSlow) quietUntil = now + HEARS_WITHIN
      return now < quietUntil
    },
    isNap() {
      const now = monotonic()
      return now < quietUntil || (!isSlow && now - turnAt > SLEPT)
    },
  }
}
