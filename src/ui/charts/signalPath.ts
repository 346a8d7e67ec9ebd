import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'

/** A straight scale: from a time or a value to tenths of a pixel, whole numbers of which are the fastest to print. */
export type Scale = (value: number) => number

const { round } = Math

/** The middle of a place. */
const middle = ({ from, step }: SignalHistory, place: number): number => from + (place + 0.5) * step

/**
 * A history's mean as an SVG path in tenths of a pixel, in the middle of each place. Gaps break it; a lone reading between
 * two gaps is a dot.
 * @param later by how many ms it is drawn later than it was.
 */
export function meanPath(history: SignalHistory, x: Scale, y: Scale, later = 0): string {
  const { mean } = history
  let path = ''
  let starts = true
  for (let i = 0; i < mean.length; i += 1) {
    const value = mean[i] ?? Number.NaN
    if (!Number.isFinite(value)) {
      starts = true
      continue
    }
    const lone = starts && !Number.isFinite(mean[i + 1] ?? Number.NaN)
    path += `${starts ? 'M' : 'L'}${round(x(middle(history, i) + later))} ${round(y(value))}${lone ? 'h15' : ''}`
    starts = false
  }
  return path
}

/** One stretch without a gap between its lowest and its highest, as a closed shape. */
function stretchPath(history: SignalHistory, from: number, to: number, x: Scale, y: Scale): string {
  const { low, high } = history
  let path = ''
  for (let i = from; i < to; i += 1)
    path += `${i === from ? 'M' : 'L'}${round(x(middle(history, i)))} ${round(y(high[i] ?? 0))}`
  for (let i = to - 1; i >= from; i -= 1) path += `L${round(x(middle(history, i)))} ${round(y(low[i] ?? 0))}`
  return `${path}Z`
}

/** The band between lowest and highest as an SVG path in tenths of a pixel; empty where each place had one value only. */
export function bandPath(history: SignalHistory, x: Scale, y: Scale): string {
  const { mean, low, high } = history
  if (!mean.some((value, i) => Number.isFinite(value) && low[i] !== high[i])) return ''
  let path = ''
  let from = 0
  for (let i = 0; i <= mean.length; i += 1) {
    if (Number.isFinite(mean[i] ?? Number.NaN)) continue
    if (i - from > 1) path += stretchPath(history, from, i, x, y)
    from = i + 1
  }
  return path
}
