import { besideAt } from '#src/domain/chart/beside.ts'
import { lastReading, readingAt } from '#src/domain/chart/readingAt.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { startsSentence } from '#src/domain/wording/startsSentence.ts'
import type { SignalView } from './signalView.ts'

/** What a chart's title tells of a moment: the value, what it is compared with, and when. */
export type ChartTold = { readonly value: string; readonly beside: string; readonly when: string }

type Reader = { readonly now: EpochMs; readonly timeZone: string }

/** What was read, or is expected, at a moment; and a start of the process that is no further from it than `near`. */
export function toldAt(
  { history, beside }: SignalView,
  at: EpochMs,
  { now, timeZone }: Reader,
  near: DurationMs = 0,
): ChartTold {
  const start = history.marks.find((mark) => Math.abs(mark.at - at) <= near)
  const say = (value: number): string => formatSignal(history.signal, value, now, timeZone)
  const reading = readingAt(history, at)
  const other = beside === null ? null : besideAt(beside, at)
  return {
    value:
      reading === null
        ? words.none
        : reading.kind === 'read'
          ? say(reading.mean)
          : words.expected(say(reading.mean)),
    beside: beside === null || other === null ? '' : words.beside(say(other), beside.name),
    when: start === undefined ? formatMoment(at, now, timeZone) : startsSentence([start], now, timeZone),
  }
}

/** The newest reading; “now” where it is no older than two steps and two minutes. */
export function toldLast(view: SignalView, { now, timeZone }: Reader): ChartTold {
  const last = lastReading(view.history)
  if (last === null) return { value: words.none, beside: '', when: '' }
  const told = toldAt(view, last.at - view.history.step / 2, { now, timeZone })
  const isNow = now - last.at <= 2 * view.history.step + minutes(2)
  return { ...told, when: isNow ? words.now : told.when }
}
