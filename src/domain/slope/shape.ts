import { leastSquares } from './leastSquares.ts'
import { mean, median } from './ordered.ts'
import { SHAPE } from './parameters.ts'

/** How a rise went: like a drift, as one step, or quicker at first than at last (or the other way round). */
export type Shape = 'steady' | 'step' | 'uneven'

/**
 * How steep it is from each quarter to the next, as a share of what it would be on a line: medians of the four quarters
 * over the hours between their middles, so that gaps do no harm.
 */
function quarterSlopes(x: readonly number[], y: readonly number[]): readonly number[] {
  const [xs, ys] = [mediansOfParts(x, 4), mediansOfParts(y, 4)]
  const slopeFrom = (i: number, j: number): number =>
    ((ys[j] ?? 0) - (ys[i] ?? 0)) / ((xs[j] ?? 0) - (xs[i] ?? 0))
  const whole = slopeFrom(0, 3)
  return [slopeFrom(0, 1) / whole, slopeFrom(1, 2) / whole, slopeFrom(2, 3) / whole]
}

/** The least rise of a quarter, as a share of what it would be on a line. 1: a line; 0 or less: one did not rise. */
export const evenness = (x: readonly number[], y: readonly number[]): number =>
  Math.min(...quarterSlopes(x, y))

/** Whether each quarter rises less than the one before, and the last clearly less than all: it will level off. */
function isFading([first = 0, second = 0, last = 0]: readonly number[]): boolean {
  return first > second && second > last && last < SHAPE.fading
}

/** The medians of `parts` runs of nearly equal length. */
function mediansOfParts(values: readonly number[], parts: number): readonly number[] {
  const medians: number[] = []
  let from = 0
  for (let part = 1; part <= parts; part++) {
    const to = Math.round((part * values.length) / parts)
    medians.push(median(values, from, to))
    from = to
  }
  return medians
}

/** The largest rise between neighbouring blocks, as a share of the rise of all. */
export function largestJump(y: readonly number[]): number {
  const blocks = mediansOfParts(y, Math.min(SHAPE.blocks, Math.floor(y.length / 2)))
  let largest = -Infinity
  for (let i = 1; i < blocks.length; i++) largest = Math.max(largest, (blocks[i] ?? 0) - (blocks[i - 1] ?? 0))
  return largest / ((blocks.at(-1) ?? 0) - (blocks[0] ?? 0))
}

/** What is left after the best single step ÷ what is left after the best line: below 1 a step explains more. */
export function stepRatio(x: readonly number[], y: readonly number[]): number {
  const { xx, xy, yy } = leastSquares(x, y)
  return bestStep(y, yy) / Math.max(yy - (xy * xy) / xx, yy * Number.EPSILON)
}

/** Sum of squares around the means of the two sides of the best place for one step. */
function bestStep(y: readonly number[], whole: number): number {
  const middle = mean(y)
  let most = 0
  let left = 0
  for (let i = 1; i < y.length; i++) {
    left += (y[i - 1] ?? 0) - middle
    // With the mean taken off, both sides' sums are each other's negative: between them lies left² (1/i + 1/(n-i)).
    most = Math.max(most, left * left * (1 / i + 1 / (y.length - i)))
  }
  return Math.max(0, whole - most)
}

/** Whether a rise is one that goes on: in every quarter, without a single jump, nearer to a line than to a step. */
export function shapeOf(x: readonly number[], y: readonly number[]): Shape {
  if (largestJump(y) > SHAPE.largestBlock || stepRatio(x, y) < SHAPE.stepRatio) return 'step'
  const slopes = quarterSlopes(x, y)
  return Math.min(...slopes) >= SHAPE.quarter && !isFading(slopes) ? 'steady' : 'uneven'
}
