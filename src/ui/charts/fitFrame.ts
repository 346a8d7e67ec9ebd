import type { ExplainedPoint } from '#src/domain/slope/explainFit.ts'
import { minutes } from '#src/domain/time/units.ts'
import type { FitView } from './fitView.ts'
import { type ValueFrame, valueFrame } from './valueFrame.ts'

/** What part of time and of the signal's range a picture shows. */
export type FitFrame = ValueFrame & { readonly time: readonly [number, number] }

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
