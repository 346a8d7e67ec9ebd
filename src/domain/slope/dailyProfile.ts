import { binOf, meanOf, newestBin, oldestBin } from './bins.ts'
import type { Series } from './driftMemory.ts'
import { type Level, type LevelNumber, LEVELS } from './levels.ts'
import { MAD_TO_SD, mean, median } from './ordered.ts'
import { PROFILE } from './parameters.ts'
import { solve } from './solve.ts'
import { hours } from '#src/domain/time/units.ts'

const FROM: LevelNumber = 3
const HALF_HOURS: LevelNumber = 2
const HOUR = hours(1)
const DAY_HOURS = 24
const CURVE = ['curve0', 'curve1', 'curve2', 'curve3', 'curve4', 'curve5'] as const

const WAVES = 2 * PROFILE.harmonics

/** A mean over a bin sees a wave lower than it is, by this factor. */
const seenOf = (harmonic: number, widthHours: number): number => {
  const half = (Math.PI * harmonic * widthHours) / DAY_HOURS
  return Math.sin(half) / half
}

/** The six waves of the daily curve around an hour of the day, as a mean over `widthHours` sees them. */
const wavesAt = (hour: number, widthHours: number): number[] =>
  Array.from({ length: PROFILE.harmonics }, (_, i) => i + 1).flatMap((harmonic) => {
    const angle = (2 * Math.PI * harmonic * hour) / DAY_HOURS
    const seen = seenOf(harmonic, widthHours)
    return [Math.cos(angle) * seen, Math.sin(angle) * seen]
  })

/** The waves at all bins of a day, one after the other. */
function wavesOfDay({ width }: Level): Float64Array {
  const step = width / HOUR
  return Float64Array.from(
    Array.from({ length: DAY_HOURS / step }, (_, bin) => wavesAt((bin + 0.5) * step, step)).flat(),
  )
}

/** One table a level, made when it is first needed. */
const tables = new Map<LevelNumber, Float64Array>()

function wavesOf(level: LevelNumber): Float64Array {
  const known = tables.get(level)
  if (known !== undefined) return known
  const table = wavesOfDay(LEVELS[level])
  tables.set(level, table)
  return table
}

/** Whether the daily curve of a series is known. */
export const hasProfile = (series: Series): boolean => !Number.isNaN(series.curveHeight)

/** How far the time of day lifts the mean of a bin; 0 where the curve is unknown. */
export function liftOf(series: Series, level: LevelNumber, bin: number): number {
  if (!hasProfile(series)) return 0
  const table = wavesOf(level)
  const at = (bin * WAVES) % table.length
  return (
    series.curve0 * (table[at] ?? 0) +
    series.curve1 * (table[at + 1] ?? 0) +
    series.curve2 * (table[at + 2] ?? 0) +
    series.curve3 * (table[at + 3] ?? 0) +
    series.curve4 * (table[at + 4] ?? 0) +
    series.curve5 * (table[at + 5] ?? 0)
  )
}

/** Forgets the daily curve. */
export function dropProfile(series: Series): void {
  series.curveHeight = Number.NaN
}

/** The filled three-hour bins of the segment. */
function segmentBins(series: Series): number[] {
  const first = Math.max(oldestBin(series, FROM), binOf(FROM, series.segmentStart - 1) + 1)
  const bins: number[] = []
  for (let bin = first; bin <= newestBin(series, FROM); bin++) {
    if (!Number.isNaN(meanOf(series, FROM, bin))) bins.push(bin)
  }
  return bins
}

/** One row a bin, `width` numbers each, one row after the other. */
type Design = { readonly rows: number; readonly width: number; readonly values: Float64Array }

/** Written anew for each fit: to make one takes longer than to fill it. */
const DESIGN = new Float64Array(LEVELS[FROM].bins * (3 + WAVES))

/** Constant, trend and six waves. The trend is fitted with them, so that a leak does not become part of the curve. */
function designOf(bins: readonly number[], bend: number): Design {
  const table = wavesOf(FROM)
  const perDay = table.length / WAVES
  const lines = Number.isNaN(bend) ? 2 : 3
  const width = lines + WAVES
  const first = bins[0] ?? 0
  let row = 0
  for (const bin of bins) {
    DESIGN[row] = 1
    DESIGN[row + 1] = (bin - first) / perDay
    if (lines === 3) DESIGN[row + 2] = Math.max(0, bin - bend) / perDay
    const at = (bin * WAVES) % table.length
    for (let i = 0; i < WAVES; i++) DESIGN[row + lines + i] = table[at + i] ?? 0
    row += width
  }
  return { rows: bins.length, width, values: DESIGN }
}

/** Where a drift begins among the bins; NaN where there is none, or it begins with them or ends them. */
function bendOf(series: Series, bins: readonly number[]): number {
  if (series.driftLevel < 0) return Number.NaN
  const bend = series.driftOnset / LEVELS[FROM].width - 0.5
  const before = bins.filter((bin) => bin < bend).length
  return before < 3 || bins.length - before < 2 ? Number.NaN : bend
}

/** The ridge's normal equations, row by row; below the diagonal as above it. */
function normalOf({ rows, width, values }: Design, ridge: readonly number[]): Float64Array {
  const matrix = new Float64Array(width * width)
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? (ridge[i] ?? 0) : 0
      for (let k = 0; k < rows; k++) sum += (values[k * width + i] ?? 0) * (values[k * width + j] ?? 0)
      matrix[i * width + j] = sum
      matrix[j * width + i] = sum
    }
  }
  return matrix
}

function rightOf({ rows, width, values }: Design, y: readonly number[]): Float64Array {
  const right = new Float64Array(width)
  for (let k = 0; k < rows; k++) {
    const value = y[k] ?? 0
    for (let i = 0; i < width; i++) right[i] = (right[i] ?? 0) + (values[k * width + i] ?? 0) * value
  }
  return right
}

/** What the curve and the trend say of each bin. */
function fittedBy({ rows, width, values }: Design, beta: readonly number[]): number[] {
  const fitted: number[] = []
  for (let k = 0; k < rows; k++) {
    let sum = 0
    for (let i = 0; i < width; i++) sum += (values[k * width + i] ?? 0) * (beta[i] ?? 0)
    fitted.push(sum)
  }
  return fitted
}

/**
 * Learns the daily curve from the three-hour means of the segment: ridge regression with three harmonics of a day,
 * whose prior shrinks with their order, and one pass more with far residuals clipped. Leaves the curve as it is with
 * fewer than 20 means or less than 66 h: on one day a slope and a wave of 24 h look alike.
 */
export function learnProfile(series: Series): void {
  const bins = segmentBins(series)
  const [first, last] = [bins[0], bins.at(-1)]
  if (first === undefined || last === undefined || bins.length < PROFILE.bins) return
  if ((last - first + 1) * LEVELS[FROM].width < PROFILE.span) return
  const y = bins.map((bin) => meanOf(series, FROM, bin))
  const level = Math.max(Math.abs(mean(y)), Math.abs(median(y)), Number.MIN_VALUE)
  const steps = y.slice(1).map((value, i) => Math.abs(value - (y[i] ?? 0)))
  const noise = Math.max((MAD_TO_SD * median(steps)) / Math.SQRT2, level * 1e-6)
  const bend = bendOf(series, bins)
  const line = Number.isNaN(bend) ? [0, 0] : [0, 0, 0]
  const beta = fitTwice(designOf(bins, bend), y, [...line, ...waveRidge(noise, level)])
  if (beta !== null) keep(series, beta.slice(line.length))
}

const waveRidge = (noise: number, level: number): number[] =>
  Array.from({ length: WAVES }, (_, i) => {
    const prior = (PROFILE.priorShare * level) / (Math.floor(i / 2) + 1)
    return (noise / prior) ** 2
  })

function fitTwice(design: Design, y: readonly number[], ridge: readonly number[]): number[] | null {
  const normal = normalOf(design, ridge)
  const fit = (values: readonly number[]): number[] | null => solve(normal.slice(), rightOf(design, values))
  const rough = fit(y)
  if (rough === null) return null
  const fitted = fittedBy(design, rough)
  const rest = y.map((value, i) => value - (fitted[i] ?? 0))
  const reach = PROFILE.clip * MAD_TO_SD * median(rest.map(Math.abs))
  return fit(fitted.map((value, i) => value + Math.max(-reach, Math.min(reach, rest[i] ?? 0))))
}

/** The height is read off at half hours, whose means see no wave lower by more than a hundredth. */
function keep(series: Series, curve: readonly number[]): void {
  for (const [i, name] of CURVE.entries()) series[name] = curve[i] ?? 0
  series.curveHeight = 0
  let [lowest, highest] = [Infinity, -Infinity]
  for (let bin = 0; bin < 2 * DAY_HOURS; bin++) {
    const lift = liftOf(series, HALF_HOURS, bin)
    lowest = Math.min(lowest, lift)
    highest = Math.max(highest, lift)
  }
  series.curveHeight = highest - lowest
}
