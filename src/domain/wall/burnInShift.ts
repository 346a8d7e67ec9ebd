import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'

/** By so many px at most a wall is shifted, in each direction: it keeps that much free on all four sides. */
export const BURN_IN_ROOM = 4

/** One step of one px: too little to be noticed, and no picture stands still for longer. */
export const BURN_IN_STEP: DurationMs = minutes(2)

const SIDE = 2 * BURN_IN_ROOM + 1
const PLACES = SIDE * SIDE

export type Shift = { readonly x: number; readonly y: number }

/** There and back again: 0, 1, … n − 1, n − 2, … 1. */
function thereAndBack(step: number, n: number): number {
  const round = 2 * (n - 1)
  const at = ((step % round) + round) % round
  return at < n ? at : round - at
}

/**
 * By how many px the whole picture is shifted at a moment, so that no bright edge stays on the same points of a screen for
 * weeks. It goes row by row through a square of nine by nine places and back, about five hours a round, one px at a time.
 */
export function burnInShift(now: EpochMs): Shift {
  const place = thereAndBack(Math.floor(now / BURN_IN_STEP), PLACES)
  const row = Math.floor(place / SIDE)
  const along = place % SIDE
  return { x: (row % 2 === 0 ? along : SIDE - 1 - along) - BURN_IN_ROOM, y: row - BURN_IN_ROOM }
}
