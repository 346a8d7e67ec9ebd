import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { NO_MEMORY, type WallMemory } from './wallAlarm.ts'

/** A wall that was away for longer looks anew: by then whoever is there has seen for themselves what is red. */
const KEPT_FOR: DurationMs = minutes(10)

const MOST_NAMES = 2000

/** What a wall knows to be red as text, for the page that comes after this one: a new build must not swallow a new red. */
export const printMemory = ({ red, lookedAt }: WallMemory, now: EpochMs): string | null =>
  lookedAt === null ? null : JSON.stringify({ at: now, red: [...red].slice(0, MOST_NAMES) })

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/**
 * Reads it back. Nothing, something else, or something that was written long ago, or long ahead by a clock that was wrong,
 * gives a wall that was just opened. What is read may be of any shape: it was stored where others write as well.
 */
export function readMemory(text: string | null, now: EpochMs): WallMemory {
  const stored = parsed(text)
  if (typeof stored !== 'object' || stored === null || !('at' in stored) || !('red' in stored))
    return NO_MEMORY
  const { at, red } = stored
  if (typeof at !== 'number' || !Array.isArray(red) || Math.abs(now - at) > KEPT_FOR) return NO_MEMORY
  const names = red.filter((name): name is string => typeof name === 'string')
  return { red: new Set(names.slice(0, MOST_NAMES)), lookedAt: Number.NEGATIVE_INFINITY, well: new Set() }
}
