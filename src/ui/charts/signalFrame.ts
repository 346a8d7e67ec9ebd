import type { Forecast } from '#src/domain/chart/forecastOf.ts'
import type { SignalView } from './signalView.ts'
import { type ValueFrame, valueFrame } from './valueFrame.ts'

/** The lowest and highest of some lines; without a reading the lowest is above the highest. */
function extremes(lines: readonly Float32Array[]): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const line of lines) {
    for (const value of line) {
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return [low, high]
}

/** The range of a chart: all that was read, what it is compared with, its drift and where that leads. */
export function signalFrame({ history, beside }: SignalView, forecast: Forecast | null): ValueFrame {
  const { low, high, slope, bound } = history
  const lines = beside === null ? [low, high] : [low, high, beside.history.mean]
  const fitted = slope?.isDrift === true ? [slope.toValue] : []
  const ahead = forecast === null ? [] : forecast.line.map(([, value]) => value)
  const values = [...extremes(lines), ...fitted, ...ahead].filter(Number.isFinite)
  return valueFrame(values.length === 0 ? [0] : values, bound)
}
