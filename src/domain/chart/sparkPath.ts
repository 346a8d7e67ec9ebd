import type { Spark } from '#src/domain/digest/digestRow.ts'
import { sparkMarks } from './sparkMarks.ts'

/** The box that a sparkline is drawn in, in tenths of a pixel: whole numbers are five times as fast to print as decimals. */
export const SPARK_BOX = { width: 960, height: 240 } as const

/** What is drawn of a line in its box. Empty paths are not drawn. */
export type SparkPath = {
  /** The line, one sub-path for each stretch without a gap; empty when nothing was read. */
  readonly line: string
  /** Where the limit lies, or null when there is none or it is far from the line. */
  readonly boundY: number | null
  /** The fitted line of a drift, a little longer than what it was fitted to. */
  readonly fit: string
  /** Small triangles under the line. */
  readonly deploys: string
  /** Small rings under the line. */
  readonly restarts: string
}

/** What of a sparkline is drawn. */
export type SparkLine = Pick<Spark, 'from' | 'step' | 'values' | 'bound' | 'slope' | 'marks'>

type Scale = { readonly low: number; readonly high: number; readonly boundShown: boolean }
type Point = { readonly x: number; readonly value: number }

const NO_MARKS = { deploys: '', restarts: '' } as const

/** The smallest range of a scale, as a share of the highest value: less would make noise look like movement. */
const LEAST_RANGE = 0.2
/** A limit further from the line than this many of its ranges would flatten the line: it is left out. */
const BOUND_WITHIN = 3
/** Room above and below the line for its own width. */
const PAD = 20
/** Room for the marks of starts, where there are any. */
const MARKS = 50
/** The fitted line goes on by this much: it says where things go. */
const EXTENT = 40

/** Lowest and highest of what is drawn; without a reading the lowest is above the highest. */
function extremes(values: Iterable<number>, ends: readonly Point[]): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return [low, high]
  const fitted = ends.map(({ value }) => value)
  return [Math.min(low, ...fitted), Math.max(high, ...fitted)]
}

function scaleOf(lowest: number, highest: number, bound: number | null): Scale {
  const least = Math.max(Math.abs(highest) * LEAST_RANGE, Number.MIN_VALUE)
  const missing = Math.max(0, least - (highest - lowest))
  // A line that never goes under nought is not drawn as if it could.
  const low = Math.min(lowest, Math.max(0, lowest - missing / 2))
  const high = Math.max(highest, low + least)
  const reach = (high - low) * BOUND_WITHIN
  if (bound === null || bound > high + reach || bound < low - reach) return { low, high, boundShown: false }
  return { low: Math.min(low, bound), high: Math.max(high, bound), boundShown: true }
}

const { width, height } = SPARK_BOX
const { round } = Math

/** The part of a drift's fitted line that lies in the box; null where there is none. */
function fitEnds({ slope, from, step, values }: SparkLine): readonly [Point, Point] | null {
  const span = (values.length - 1) * step
  if (slope === null || !slope.isDrift || span <= 0) return null
  const { fromValue, toValue } = slope
  const [x1, x2] = [((slope.from - from) / span) * width, ((slope.to - from) / span) * width]
  const rise = (toValue - fromValue) / (x2 - x1)
  const [start, end] = [Math.max(0, x1), Math.min(width, x2)]
  if (!Number.isFinite(rise) || start >= end) return null
  const at = (x: number): Point => ({ x, value: fromValue + (x - x1) * rise })
  return [at(start), at(end)]
}

/** The fitted line with its extent, which ends where it would leave the picture. */
function fitPath(
  [start, end]: readonly [Point, Point],
  y: (value: number) => number,
  bottom: number,
): string {
  const [y1, y2] = [y(start.value), y(end.value)]
  const rise = (y2 - y1) / (end.x - start.x)
  const room = (rise < 0 ? -y2 : bottom + PAD - y2) / rise
  const extent = rise === 0 ? EXTENT : Math.max(0, Math.min(EXTENT, room))
  return `M${round(start.x)} ${round(y1)}L${round(end.x + extent)} ${round(y2 + extent * rise)}`
}

/** The line; gaps break it, and a lone reading between two gaps is a dot. */
function linePath(values: ArrayLike<number>, y: (value: number) => number): string {
  const step = width / Math.max(1, values.length - 1)
  let line = ''
  let starts = true
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN
    if (!Number.isFinite(value)) {
      starts = true
      continue
    }
    const lone = starts && !Number.isFinite(values[i + 1] ?? Number.NaN)
    line += `${starts ? 'M' : 'L'}${round(i * step)} ${round(y(value))}${lone ? 'h15' : ''}`
    starts = false
  }
  return line
}

/**
 * A sparkline as SVG paths. x is the sample's place among all (gaps included), so that lines over the same time share one
 * axis. Only a drift's fit is drawn; a far limit is left out.
 */
export function sparkPath(spark: SparkLine): SparkPath {
  const { values, bound, marks, from, step } = spark
  const { deploys, restarts } =
    marks.length === 0 ? NO_MARKS : sparkMarks(marks, from, (values.length - 1) * step, SPARK_BOX)
  const bottom = height - PAD - (deploys === '' && restarts === '' ? 0 : MARKS)
  const ends = fitEnds(spark)
  const [low, high] = extremes(values, ends ?? [])
  if (low > high) return { line: '', boundY: null, fit: '', deploys, restarts }
  const scale = scaleOf(low, high, bound)
  const range = scale.high - scale.low || 1
  const y = (value: number): number => bottom - ((value - scale.low) / range) * (bottom - PAD)
  return {
    line: linePath(values, y),
    boundY: bound !== null && scale.boundShown ? round(y(bound)) : null,
    fit: ends === null ? '' : fitPath(ends, y, bottom),
    deploys,
    restarts,
  }
}
