import { mean } from './ordered.ts'

/** Sums of squares and products around the means. */
export type Squares = { readonly xx: number; readonly xy: number; readonly yy: number }

/** What a simple regression is made of: its slope is xy ÷ xx, and yy − xy² ÷ xx is what it leaves unexplained. */
export function leastSquares(x: readonly number[], y: readonly number[]): Squares {
  const [xm, ym] = [mean(x), mean(y)]
  let xx = 0
  let xy = 0
  let yy = 0
  for (let i = 0; i < x.length; i++) {
    const dx = (x[i] ?? 0) - xm
    const dy = (y[i] ?? 0) - ym
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  }
  return { xx, xy, yy }
}

/** t of the slope of a simple regression, as if the errors were independent of each other; 0 for one that does not rise. */
export function simpleT(x: readonly number[], y: readonly number[]): number {
  const { xx, xy, yy } = leastSquares(x, y)
  return xy <= 0 ? 0 : xy / Math.sqrt((Math.max(0, yy - (xy * xy) / xx) / (x.length - 2)) * xx)
}
