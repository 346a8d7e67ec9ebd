import { MAD_TO_SD, median } from './ordered.ts'
import { type Line, theilSen } from './theilSen.ts'

/** A slope with its standard error, and the line's level at x = 0. */
export type Trend = {
  readonly slope: number
  readonly level: number
  readonly standardError: number
  /** slope ÷ standard error; Infinity for a line without noise, 0 for a constant. */
  readonly t: number
  /** The x at which the line's height is known best, and independently of its slope; and the standard error there. */
  readonly centre: number
  readonly centreError: number
}

const CLIP = 3
const FEWEST = 7

/**
 * Slope of a series whose errors are correlated: winsorised feasible generalised least squares.
 * Around a Theil-Sen line, residuals beyond three deviations are clipped; their autocorrelation is estimated with its
 * bias corrected, and taken as 1 (a random walk) where it cannot be told from 1; then the line is corrected by least
 * squares on quasi-differences, whose errors are not correlated any more. The t that results is fit for
 * stationary and for random-walk noise; with so few points it is still too large for the latter (|t| > 8 in 3 of 100
 * walks), which is why a drift has to show more than its t.
 * Sources: Prais and Winsten 1954; Perron and Yabu, Journal of Econometrics 151 (2009) 56.
 * @param x rising, of unit spacing `step`; gaps are allowed.
 * @returns null for fewer than seven points.
 */
export function trend(x: readonly number[], y: readonly number[], step: number): Trend | null {
  if (x.length < FEWEST) return null
  const start = theilSen(x, y)
  const rest = clippedRest(x, y, start)
  const rho = autocorrelation(rest)
  const found = rho === 1 ? ofRandomWalk(x, rest, step) : ofStationary(x, rest, step, rho)
  const slope = start.slope + found.slope
  const standardError = Math.sqrt(found.variance)
  return {
    slope,
    level: start.level + found.level,
    standardError,
    t: slope === 0 ? 0 : slope / standardError,
    centre: found.centre,
    centreError: Math.sqrt(found.centreVariance),
  }
}

/** What a line leaves unexplained, as far as three deviations. */
function clippedRest(x: readonly number[], y: readonly number[], { slope, level }: Line): number[] {
  const rest: number[] = []
  const away: number[] = []
  for (let i = 0; i < x.length; i++) {
    const r = (y[i] ?? 0) - level - slope * (x[i] ?? 0)
    rest.push(r)
    away.push(Math.abs(r))
  }
  const reach = CLIP * MAD_TO_SD * median(away)
  for (let i = 0; i < rest.length; i++) rest[i] = Math.max(-reach, Math.min(reach, rest[i] ?? 0))
  return rest
}

/** First-order, bias-corrected for a fitted line; 1 where a random walk cannot be ruled out, never below 0. */
function autocorrelation(rest: readonly number[]): number {
  let along = 0
  let before = 0
  for (let i = 1; i < rest.length; i++) {
    const last = rest[i - 1] ?? 0
    along += (rest[i] ?? 0) * last
    before += last * last
  }
  if (before === 0) return 0
  const n = rest.length
  const rho = ((n * along) / before + 2) / (n - 4)
  if (rho > 1 - 1 / Math.sqrt(n)) return 1
  return Math.max(0, rho)
}

type Correction = {
  readonly slope: number
  readonly level: number
  /** Of the slope. */
  readonly variance: number
  readonly centre: number
  readonly centreVariance: number
}

const gapBefore = (x: readonly number[], i: number, step: number): number =>
  Math.max(1, Math.round(((x[i] ?? 0) - (x[i - 1] ?? 0)) / step))

/** A walk has no level of its own: all its points together tell its height no better than one of them. */
function ofRandomWalk(x: readonly number[], rest: readonly number[], step: number): Correction {
  let xx = 0
  let xy = 0
  let yy = 0
  for (let i = 1; i < x.length; i++) {
    const scale = 1 / Math.sqrt(gapBefore(x, i, step))
    const dx = ((x[i] ?? 0) - (x[i - 1] ?? 0)) * scale
    const dy = ((rest[i] ?? 0) - (rest[i - 1] ?? 0)) * scale
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  }
  const slope = xy / xx
  const left = Math.max(0, yy - slope * xy)
  const centre = ((x[0] ?? 0) + (x.at(-1) ?? 0)) / 2
  const variance = left / (x.length - 2) / xx
  const centreVariance = rest.reduce((sum, r) => sum + r * r, 0) / rest.length
  return { slope, level: -slope * centre, variance, centre, centreVariance }
}

function ofStationary(x: readonly number[], rest: readonly number[], step: number, rho: number): Correction {
  const whole = Math.sqrt(1 - rho * rho)
  let [cc, cx, xx] = [0, 0, 0]
  let [cy, xy, yy] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const gap = gapBefore(x, i, step)
    const factor = i === 0 ? 0 : gap === 1 ? rho : rho ** gap
    const scale = whole / Math.sqrt(1 - factor * factor)
    const c = scale * (1 - factor)
    const qx = scale * ((x[i] ?? 0) - factor * (x[i - 1] ?? 0))
    const qy = scale * ((rest[i] ?? 0) - factor * (rest[i - 1] ?? 0))
    cc += c * c
    cx += c * qx
    xx += qx * qx
    cy += c * qy
    xy += qx * qy
    yy += qy * qy
  }
  const determinant = cc * xx - cx * cx
  const slope = (cc * xy - cx * cy) / determinant
  const level = (xx * cy - cx * xy) / determinant
  const noise = Math.max(0, yy - level * cy - slope * xy) / (x.length - 2)
  return { slope, level, variance: (noise * cc) / determinant, centre: cx / cc, centreVariance: noise / cc }
}
