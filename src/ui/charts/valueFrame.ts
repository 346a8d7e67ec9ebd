/** What part of a signal's range a picture shows. */
export type ValueFrame = {
  readonly value: readonly [number, number]
  /** The limit lies too far from the values to be drawn. */
  readonly boundIsFar: boolean
}

/** Less than this share of the highest value would make noise look like movement. */
export const LEAST_RANGE = 0.04
/** A limit further away than this many ranges would flatten what there is to see. */
const BOUND_WITHIN = 1.5
/** Room above and below, as a share of the range. */
const ROOM = 0.06

/**
 * The range of some values (at least one), with the limit where it is near, and a little room.
 * @param leastRange what a picture shows at least; where it is not said a 25th of the highest value.
 */
export function valueFrame(values: readonly number[], bound: number | null, leastRange?: number): ValueFrame {
  const [bottom, top] = [Math.min(...values), Math.max(...values)]
  const least = leastRange ?? (Math.abs(top) * LEAST_RANGE || 1)
  const missing = Math.max(0, least - (top - bottom)) / 2
  const reach = (top - bottom + 2 * missing) * BOUND_WITHIN
  const isNear = bound !== null && bound < top + reach && bound > bottom - reach
  const low = Math.min(bottom - missing, isNear ? bound : Infinity)
  const high = Math.max(top + missing, isNear ? bound : -Infinity)
  const room = (high - low) * ROOM
  // What never goes under nought is not drawn as if it could.
  const floor = bottom >= 0 ? Math.max(0, low - room) : low - room
  return { value: [floor, high + room], boundIsFar: bound !== null && !isNear }
}
