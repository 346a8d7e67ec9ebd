import { mean, median } from './ordered.ts'
import { SHAPE } from './parameters.ts'

/** How a rise went: like a drift, as one step, or quicker at first than at last (or the other way round). */
export type Shape = 'steady' | 'step' | 'uneven'

/**
 * How steep it is from each quarter to the next, as a share of what it would be on a line: medians of the four quarters
 * over the hours between their middles, so that gaps do no harm.
 */
function quarterSlopes(x: readonly number[], y: readonly number[]): readonly number[] {
  const quarters = inParts(x.length, 4).map(([from, to]) => ({
    x: median(x.slice(from, to)),
    y: median(y.slice(from, to)),
  }))
  const [first, last] = [quarters[0], quarters[3]]
  if (first === undefined || last === undefined) return []
  const whole = (last.y - first.y) / (last.x - first.x)
  return quarters.slice(1).map((quarter, i) => {
    const before = quarters[i] ?? first
    return (quarter.y - before.y) / (quarter.x - before.x) / whole
  })
}

/** The least rise of a quarter, as a share of what it would be on a line. 1: a line; 0 or less: one did not rise. */
export const evenness = (x: readonly number[], y: readonly number[]): number =>
  Math.min(...quarterSlopes(x, y))

/** Whether each quarter rises less than the one before, and the last clearly less than all: it will level off. */
function isFading([first = 0, second = 0, last = 0]: readonly number[]): boolean {
  return first > second && second > last && last < SHAPE.fading
}

/** Bounds of `parts` runs of nearly equal length. */
function inParts(length: number, parts: number): readonly (readonly [number, number])[] {
  return Array.from({ length: parts }, (_, i) => [
    Math.round((i * length) / parts),
    Math.round(((i + 1) * length) / parts),
  ])
}

/** The largest rise between neighbouring blocks, as a share of the rise of all. */
export function largestJump(y: readonly number[]): number {
  const blocks = inParts(y.length, Math.min(SHAPE.blocks, Math.floor(y.length / 2))).map(([from, to]) =>
    median(y.slice(from, to)),
  )
  const jumps = blocks.slice(1).map((block, i) => block - (blocks[i] ?? 0))
  return Math.max(...jumps) / ((blocks.at(-1) ?? 0) - (blocks[0] ?? 0))
}

/** What is left after the best single step ÷ what is left after the best line: below 1 a step explains more. */
export function stepRatio(x: readonly number[], y: readonly number[]): number {
  return bestStep(y) / bestLine(x, y)
}

/** Sum of squares around the means of the two sides of the best place for one step. */
function bestStep(y: readonly number[]): number {
  const middle = mean(y)
  const whole = y.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  let most = 0
  let left = 0
  for (let i = 1; i < y.length; i++) {
    left += (y[i - 1] ?? 0) - middle
    // With the mean taken off, both sides' sums are each other's negative: between them lies left² (1/i + 1/(n-i)).
    most = Math.max(most, left * left * (1 / i + 1 / (y.length - i)))
  }
  return Math.max(0, whole - most)
}

function bestLine(x: readonly number[], y: readonly number[]): number {
  const [xm, ym] = [mean(x), mean(y)]
  const xx = x.reduce((sum, value) => sum + (value - xm) ** 2, 0)
  const xy = x.reduce((sum, value, i) => sum + (value - xm) * ((y[i] ?? 0) - ym), 0)
  const yy = y.reduce((sum, value) => sum + (value - ym) ** 2, 0)
  return Math.max(yy - (xy * xy) / xx, yy * Number.EPSILON)
}

/** Whether a rise is one that goes on: in every quarter, without a single jump, nearer to a line than to a step. */
export function shapeOf(x: readonly number[], y: readonly number[]): Shape {
  if (largestJump(y) > SHAPE.largestBlock || stepRatio(x, y) < SHAPE.stepRatio) return 'step'
  const slopes = quarterSlopes(x, y)
  return Math.min(...slopes) >= SHAPE.quarter && !isFading(slopes) ? 'steady' : 'uneven'
}
