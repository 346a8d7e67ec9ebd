import { kthSmallest, median } from './ordered.ts'

/** A straight line: `level + slope × x`. */
export type Line = { readonly slope: number; readonly level: number }

/** Room for all pairs of the largest window; a calculation ends before the next begins. */
const slopes = new Float64Array((56 * 55) / 2)

/**
 * The median of the slopes between pairs of points, and the median level that goes with it: a line that a fifth of wrong
 * points does not move. Of all pairs (Theil 1950, Sen 1968) those are taken that lie a third to two thirds of the points
 * apart: nearer ones say little of the slope, and of these each point is in as many, so that none weighs more. At most 56
 * points with rising `x`; NaN for fewer than two.
 */
export function theilSen(x: readonly number[], y: readonly number[]): Line {
  let n = 0
  for (let apart = Math.ceil(x.length / 3); apart <= (2 * x.length) / 3; apart++) {
    for (let i = apart; i < x.length; i++) {
      const j = i - apart
      slopes[n++] = ((y[i] ?? 0) - (y[j] ?? 0)) / ((x[i] ?? 0) - (x[j] ?? 0))
    }
  }
  const upper = kthSmallest(slopes, n, n >> 1)
  const slope = n % 2 === 1 ? upper : (upper + largest(slopes, n >> 1)) / 2
  return { slope, level: median(y.map((value, i) => value - slope * (x[i] ?? 0))) }
}

/** After a selection of the k-th, all before it are smaller: the largest of them is the one before it. */
function largest(values: Float64Array, count: number): number {
  let most = -Infinity
  for (let i = 0; i < count; i++) most = Math.max(most, values[i] ?? 0)
  return most
}
