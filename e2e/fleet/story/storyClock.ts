import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** What o'clock it is in a story that is played now. */
export type StoryClock = {
  /** The time of the story: it stands still at its first moment until it is let go. */
  now(): EpochMs
  /** The time of this world at which something in the story happens; what is past has happened before it was let go. */
  real(storyTime: EpochMs): EpochMs
  /** Whether it was let go. */
  isGoing(): boolean
  /** Lets it go on from its first moment; again and again is no more than once. */
  go(): void
}

/**
 * A clock for a story that begins at `first`, which is `now` in this world as long as it stands still. It never goes
 * backwards, also where this world's clock does.
 */
export function storyClock(first: EpochMs, now: EpochMs, realNow: () => EpochMs): StoryClock {
  const shiftBefore: DurationMs = now - first
  let shift: DurationMs | null = null
  let latest = first
  return {
    now() {
      if (shift !== null) latest = Math.max(latest, realNow() - shift)
      return latest
    },
    real: (storyTime) => storyTime + (storyTime <= first ? shiftBefore : (shift ?? shiftBefore)),
    isGoing: () => shift !== null,
    go() {
      shift ??= realNow() - first
    },
  }
}
