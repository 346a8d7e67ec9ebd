import { binOf, meanOf, newestBin, oldestBin } from './bins.ts'
import type { Series } from './driftMemory.ts'
import { LEVELS, type LevelNumber } from './levels.ts'
import { MAD_TO_SD, mean, median } from './ordered.ts'
import { PROFILE } from './parameters.ts'
import { solve } from './solve.ts'
import { hours } from '#src/domain/time/units.ts'

const FROM: LevelNumber = 3
const HOUR = hours(1)
const DAY_HOURS = 24
const CURVE = ['curve0', 'curve1', 'curve2', 'curve3', 'curve4', 'curve5'] as const

/** A mean over a bin sees a wave lower than it is, by this factor. */
const seenOf = (harmonic: number, widthHours: number): number => {
  const half = (Math.PI * harmonic * widthHours) / DAY_HOURS
  return half === 0 ? 1 : Math.sin(half) / half
}

/** The factors of the harmonics, one table a bin width. */
const seenTables = new Map<number, readonly number[]>()

function seenBy(widthHours: number): readonly number[] {
  const known = seenTables.get(widthHours)
  if (known !== undefined) return known
  const table = Array.from({ length: PROFILE.harmonics }, (_, i) => seenOf(i + 1, widthHours))
  seenTables.set(widthHours, table)
  return table
}

/** The six waves of the daily curve at an hour since 1970, as a mean over `widthHours` sees them. */
function waves(hour: number, widthHours: number): number[] {
  return seenBy(widthHours).flatMap((seen, i) => {
    const angle = (2 * Math.PI * (i + 1) * hour) / DAY_HOURS
    return [Math.cos(angle) * seen, Math.sin(angle) * seen]
  })
}

/** Whether the daily curve of a series is known. */
export const hasProfile = (series: Series): boolean => !Number.isNaN(series.curveHeight)

/**
 * How far the time of day lifts a mean over `widthHours` around an hour since 1970; 0 where the curve is unknown.
 * The higher harmonics follow from the first by the sum formulas: one sine and one cosine a call.
 */
export function liftOf(series: Series, hour: number, widthHours: number): number {
  if (!hasProfile(series)) return 0
  const [one = 1, two = 1, three = 1] = seenBy(widthHours)
  const angle = (2 * Math.PI * (hour % DAY_HOURS)) / DAY_HOURS
  const [cos1, sin1] = [Math.cos(angle), Math.sin(angle)]
  const [cos2, sin2] = [cos1 * cos1 - sin1 * sin1, 2 * sin1 * cos1]
  const [cos3, sin3] = [cos2 * cos1 - sin2 * sin1, sin2 * cos1 + cos2 * sin1]
  return (
    one * (series.curve0 * cos1 + series.curve1 * sin1) +
    two * (series.curve2 * cos2 + series.curve3 * sin2) +
    three * (series.curve4 * cos3 + series.curve5 * sin3)
  )
}

/** Forgets the daily curve. */
export function dropProfile(series: Series): void {
  series.curveHeight = Number.NaN
}

type Row = { readonly at: number; readonly y: number }

function segmentRows(series: Series): Row[] {
  const first = Math.max(oldestBin(series, FROM), binOf(FROM, series.segmentStart - 1) + 1)
  const rows: Row[] = []
  for (let bin = first; bin <= newestBin(series, FROM); bin++) {
    const y = meanOf(series, FROM, bin)
    if (!Number.isNaN(y)) rows.push({ at: ((bin + 0.5) * LEVELS[FROM].width) / HOUR, y })
  }
  return rows
}

/** Constant, trend and six waves. The trend is fitted with them, so that a leak does not become part of the curve. */
function fit(design: readonly number[][], y: readonly number[], ridge: readonly number[]): number[] | null {
  const size = ridge.length
  const matrix = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) =>
      design.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), i === j ? (ridge[i] ?? 0) : 0),
    ),
  )
  const right = Array.from({ length: size }, (_, i) =>
    design.reduce((sum, row, k) => sum + (row[i] ?? 0) * (y[k] ?? 0), 0),
  )
  return solve(matrix, right)
}

const product = (row: readonly number[], beta: readonly number[]): number =>
  row.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0)

/**
 * Learns the daily curve from the three-hour means of the segment: ridge regression with three harmonics of a day,
 * whose prior shrinks with their order, and one pass more with far residuals clipped. Leaves the curve as it is with
 * fewer than 20 means or less than 66 h: on one day a slope and a wave of 24 h look alike.
 */
export function learnProfile(series: Series): void {
  const rows = segmentRows(series)
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined || rows.length < PROFILE.bins) return
  if ((last.at - first.at) * HOUR + LEVELS[FROM].width < PROFILE.span) return
  const y = rows.map((row) => row.y)
  const level = Math.max(Math.abs(mean(y)), Math.abs(median(y)), Number.MIN_VALUE)
  const steps = y.slice(1).map((value, i) => Math.abs(value - (y[i] ?? 0)))
  const noise = Math.max((MAD_TO_SD * median(steps)) / Math.SQRT2, level * 1e-6)
  const ridge = [0, 0, ...waveRidge(noise, level)]
  const widthHours = LEVELS[FROM].width / HOUR
  const design = rows.map(({ at }) => [1, (at - first.at) / DAY_HOURS].concat(waves(at, widthHours)))
  const beta = fitTwice(design, y, ridge)
  if (beta !== null) keep(series, beta.slice(2))
}

const waveRidge = (noise: number, level: number): number[] =>
  Array.from({ length: 2 * PROFILE.harmonics }, (_, i) => {
    const prior = (PROFILE.priorShare * level) / (Math.floor(i / 2) + 1)
    return (noise / prior) ** 2
  })

function fitTwice(design: number[][], y: readonly number[], ridge: readonly number[]): number[] | null {
  const rough = fit(design, y, ridge)
  if (rough === null) return null
  const rest = design.map((row, i) => (y[i] ?? 0) - product(row, rough))
  const reach = PROFILE.clip * MAD_TO_SD * median(rest.map(Math.abs))
  const clipped = design.map(
    (row, i) => product(row, rough) + Math.max(-reach, Math.min(reach, rest[i] ?? 0)),
  )
  return fit(design, clipped, ridge)
}

function keep(series: Series, curve: readonly number[]): void {
  for (const [i, name] of CURVE.entries()) series[name] = curve[i] ?? 0
  series.curveHeight = 0
  const lifts = Array.from({ length: 2 * DAY_HOURS }, (_, i) => liftOf(series, i / 2, 0))
  series.curveHeight = Math.max(...lifts) - Math.min(...lifts)
}
