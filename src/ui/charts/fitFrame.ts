import type { ExplainedPoint } from '#src/domain/slope/explainFit.ts'
import { minutes } from '#src/domain/time/units.ts'
import type { FitView } from './fitView.ts'

/** What part of time and of the signal's range a picture shows. */
export type FitFrame = {
  readonly time: readonly [number, number]
  readonly value: readonly [number, number]
  /** The limit lies too far from the values to be drawn. */
  readonly boundIsFar: boolean
}

/** Less than this share of the highest value would make noise look like movement. */
const LEAST_RANGE = 0.04
/** A limit further away than this many ranges would flatten what there is to see. */
const BOUND_WITHIN = 1.5
/** Room above and below, as a share of the range. */
const ROOM = 0.06

/** Outliers are shown at the edge, by their shape: they must not flatten the others. */
const heights = ({ use, mean, low, high }: ExplainedPoint): readonly number[] => {
  if (use === 'outlier') return []
  return use === 'used' ? [low, high] : [mean]
}

/** All values that must be seen; outliers where there is nothing else. */
function valuesOf({ points, line, band }: FitView): readonly number[] {
  const values = [
    ...points.flatMap(heights),
    ...(line === null ? [] : [line.fromValue, line.toValue]),
    ...band.flatMap(({ low, high }) => [low, high]),
  ].filter(Number.isFinite)
  return values.length > 0 ? values : points.map(({ mean }) => mean)
}

/** The range of the values, with the limit where it is near, and a little room. */
function valueFrame(values: readonly number[], bound: number | null): Omit<FitFrame, 'time'> {
  const [bottom, top] = [Math.min(...values), Math.max(...values)]
  const least = Math.abs(top) * LEAST_RANGE || 1
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

/** The frame around all there is to see; null where there is nothing. */
export function fitFrame(view: FitView): FitFrame | null {
  const { points, line, bound } = view
  const times = [...points.map(({ t }) => t), ...(line === null ? [] : [line.from, line.to])]
  if (times.length === 0) return null
  const [from, to] = [Math.min(...times), Math.max(...times)]
  // A single sample stands in the middle of an hour.
  const time: FitFrame['time'] = from < to ? [from, to] : [from - minutes(30), to + minutes(30)]
  return { time, ...valueFrame(valuesOf(view), bound) }
}
