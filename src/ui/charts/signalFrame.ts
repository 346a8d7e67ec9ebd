import type { Forecast } from '#src/domain/chart/forecastOf.ts'
import { type Signal, type Unit, UNIT_OF } from '#src/domain/signals/signal.ts'
import { days, kibibytes } from '#src/domain/time/units.ts'
import type { SignalView } from './signalView.ts'
import { LEAST_RANGE, type ValueFrame, valueFrame } from './valueFrame.ts'

/** What a picture shows at least, in the signal's unit: a flat line is flat, and nought is not in the midst of nowhere. */
const LEAST: Readonly<Record<Unit, number>> = {
  bytes: kibibytes(1),
  seconds: 0.01,
  ratio: 0.01,
  cores: 0.1,
  count: 2,
  perSecond: 1,
  epochSeconds: days(14) / 1000,
}

/** A share of what there is; of dates, where it would be years, none. */
function leastRange(signal: Signal, highest: number): number {
  const unit = UNIT_OF[signal]
  return unit === 'epochSeconds' ? LEAST[unit] : Math.max(LEAST[unit], highest * LEAST_RANGE)
}

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
  return valueFrame(values.length === 0 ? [0] : values, bound, leastRange(signal, Math.max(0, ...values)))
}
