import { besideAt } from '#src/domain/chart/beside.ts'
import { lastReading, readingAt } from '#src/domain/chart/readingAt.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import type { SignalView } from './signalView.ts'

/** What a chart's title tells of a moment: the value, what it is compared with, and when. */
export type ChartTold = { readonly value: string; readonly beside: string; readonly when: string }

type Reader = { readonly now: EpochMs; readonly timeZone: string }

/** What was read, or is expected, at a moment. */
export function toldAt({ history, beside }: SignalView, at: EpochMs, { now, timeZone }: Reader): ChartTold {
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
    when: formatMoment(at, now, timeZone),
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
