import type { Forecast } from '#src/domain/chart/forecastOf.ts'
import { UNIT_OF } from '#src/domain/signals/signal.ts'
import { days } from '#src/domain/time/units.ts'
import type { SignalView } from './signalView.ts'
import { type ValueFrame, valueFrame } from './valueFrame.ts'

/** A picture of dates shows at least two weeks, in seconds: a share of all time since 1970 would be years. */
const DATES = days(14) / 1000

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
  const { signal, low, high, slope, bound } = history
  const lines = beside === null ? [low, high] : [low, high, beside.history.mean]
  const fitted = slope?.isDrift === true ? [slope.toValue] : []
  const ahead = forecast === null ? [] : forecast.line.map(([, value]) => value)
  const values = [...extremes(lines), ...fitted, ...ahead].filter(Number.isFinite)
  const least = UNIT_OF[signal] === 'epochSeconds' ? DATES : undefined
  return valueFrame(values.length === 0 ? [0] : values, bound, least)
}
