import { UNIT_OF } from '#src/domain/signals/signal.ts'
import { csvMoment } from '#src/domain/statistics/csvMoment.ts'
import { type CsvCell, csvText } from '#src/domain/statistics/csvText.ts'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { type Beside, besideAt } from './beside.ts'
import type { SignalHistory } from './signalHistory.ts'

/** Digits that a Float32 carries. */
const DIGITS = 7

const number = (value: number | null | undefined): CsvCell =>
  value === undefined || value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(DIGITS))

/**
 * A history as CSV, a line for each place that was read: when it begins (UTC), mean, lowest and highest in the signal's own
 * unit, which the head names; with another history, its mean at that time too.
 */
export function historyCsv(history: SignalHistory, beside: Beside | null): string {
  const { signal, pod, from, step, mean, low, high } = history
  const unit = UNIT_OF[signal]
  const { time, of, lowest, highest } = words.csv
  const head = [time, of(pod, signal, unit), lowest(unit), highest(unit)]
  const rows = Array.from(mean, (value, i): readonly CsvCell[] => {
    const at = from + i * step
    const cells = [csvMoment(at), number(value), number(low[i]), number(high[i])]
    return beside === null ? cells : [...cells, number(besideAt(beside, at + step / 2))]
  })
  const told = rows.filter((cells) => cells.some((cell, i) => i > 0 && cell !== null))
  return csvText(beside === null ? head : [...head, of(beside.name, signal, unit)], told)
}
