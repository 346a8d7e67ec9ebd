import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'

/** How often a screen was stopped by a fault of the program and loaded anew, and when last. */
export type Reloads = { readonly times: number; readonly at: EpochMs }

const FIRST: DurationMs = seconds(15)
const LONGEST: DurationMs = minutes(10)
/** A screen that worked for so long after it was loaded anew is well: the next fault begins the count again. */
const WELL_AFTER: DurationMs = minutes(30)

/** The count with one more fault at `now`. A count of time to come is none: the clock was ahead when it was made. */
export function oneMoreReload(before: Reloads | null, now: EpochMs): Reloads {
  const goesOn = before !== null && before.at <= now && now - before.at < WELL_AFTER
  return { times: goesOn ? before.times + 1 : 1, at: now }
}

/** How long to wait until the page is loaded anew: 15 s, each time twice as long, ten minutes at most. */
export const reloadPause = ({ times }: Reloads): DurationMs =>
  Math.min(FIRST * 2 ** (Math.max(1, times) - 1), LONGEST)

/** Reads a count that was stored as JSON; null for none, and for what is none. */
export function readReloads(text: string | null): Reloads | null {
  try {
    const stored: unknown = JSON.parse(text ?? 'null')
    if (typeof stored !== 'object' || stored === null || !('times' in stored) || !('at' in stored))
      return null
    const { times, at } = stored
    return typeof times === 'number' && times >= 1 && typeof at === 'number' ? { times, at } : null
  } catch {
    return null
  }
}
