import type { Beside } from '#src/domain/chart/beside.ts'
import { chartOrder, troubledSignals } from '#src/domain/chart/chartOrder.ts'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { Span } from '#src/domain/chart/span.ts'
import { spanShown } from '#src/domain/chart/spanShown.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { days, type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useAskedSignal, useAt, useComparedWith, useRange } from '#src/features/drill/drillAddress.ts'
import type { HistoryWanted } from '#src/state/drillActions.ts'
import { useHistory } from '#src/state/queries/useDrill.ts'
import { useNow } from '#src/state/useNow.ts'
import { useRow } from '#src/state/useWatch.ts'
import type { SignalView } from '#src/ui/charts/signalView.ts'
import { useZoom } from './zoomAddress.ts'

/** As many places as a picture of this size can show. */
const PLACES = 300

/** By how much another time of the same pod is drawn later; 0 of another pod. */
const LATER: Readonly<Record<string, DurationMs>> = { yesterday: days(1), 'last-week': days(7) }

/** What charts are compared with; null: with nothing. */
type Comparison = { readonly pod: string; readonly name: string; readonly later: DurationMs }

/** The charts of a pod, and the time that they show. */
export type Charts = {
  /** Undefined until the first answer; null where nothing can be told. */
  readonly views: readonly SignalView[] | null | undefined
  readonly span: Span
  readonly at: EpochMs | null
  readonly isZoomed: boolean
  /** Signals that are known, but were not read in this time, in words. */
  readonly silent: readonly string[]
  /** What they are to be compared with, where nothing is known of it. */
  readonly unknown: string | null
}

function comparison(pod: string, wanted: string): Comparison | null {
  if (wanted === '' || wanted === pod) return null
  if (wanted === 'yesterday' || wanted === 'last-week')
    return { pod, name: words.other[wanted], later: LATER[wanted] ?? 0 }
  return { pod: wanted, name: wanted, later: 0 }
}

const endOf = ({ from, step, mean }: SignalHistory): EpochMs => from + step * mean.length

/**
 * Whether a history may be the answer for a stretch: it begins with the first that is known of it, and reaches over its ends
 * by less than a step. What was asked for before stands for it until the answer comes.
 */
const isWithin = (history: SignalHistory, { from, to }: Span): boolean =>
  history.from > from - history.step && endOf(history) < to + history.step

/** The stretch that histories are drawn in: as asked, or while that is on its way their own. */
function spanOf(histories: readonly SignalHistory[], asked: Span): Span {
  if (histories.every((history) => isWithin(history, asked))) return asked
  return {
    from: Math.min(...histories.map(({ from }) => from)),
    to: Math.max(...histories.map(endOf)),
  }
}

/** The history of the same signal that a chart is compared with. */
function besideOf(
  { signal }: SignalHistory,
  others: readonly SignalHistory[],
  compared: Comparison | null,
  span: Span,
): Beside | null {
  if (compared === null) return null
  const { pod, name, later } = compared
  const then = { from: span.from - later, to: span.to - later }
  const history = others.find(
    (other) => other.signal === signal && other.pod === pod && isWithin(other, then),
  )
  return history === undefined ? null : { name, history, later }
}

type Answered = {
  readonly histories: readonly SignalHistory[] | null | undefined
  readonly others: readonly SignalHistory[] | null | undefined
}

type Wanted = {
  readonly compared: Comparison | null
  readonly span: Span
  /** The signal that is asked for. */
  readonly first: Signal | null
  readonly troubled: ReadonlyMap<Signal, Light>
}

/** The question for what is compared: no signals where nothing is. */
const comparedWanted = (wanted: HistoryWanted, compared: Comparison | null): HistoryWanted =>
  compared === null
    ? { ...wanted, signals: [], from: 0, to: 1, places: 1 }
    : {
        ...wanted,
        pods: [compared.pod],
        from: wanted.from - compared.later,
        to: wanted.to - compared.later,
      }

/** The charts of what was answered so far. */
function viewsOf(
  answered: Answered,
  { compared, span, first, troubled }: Wanted,
): readonly SignalView[] | null | undefined {
  const { histories, others } = answered
  if (!histories) return histories
  return chartOrder(histories, first, troubled).map((history) => ({
    history,
    beside: besideOf(history, others ?? [], compared, span),
    light: troubled.get(history.signal) ?? null,
  }))
}

/** Signals that are not drawn, in words. */
function silentOf(histories: readonly SignalHistory[], views: readonly SignalView[]): readonly string[] {
  const drawn = new Set(views.map(({ history }) => history.signal))
  return histories.filter(({ signal }) => !drawn.has(signal)).map(({ signal }) => texts.signal[signal])
}

const isCompared = (views: readonly SignalView[]): boolean => views.some(({ beside }) => beside !== null)

/** The answer for the pod that was looked at before is none for this one. */
function useOwnHistory(wanted: HistoryWanted, asOf: EpochMs | null): Answered['histories'] {
  const histories = useHistory(wanted, asOf)
  const isOther = histories?.some(({ pod }) => wanted.pods?.includes(pod) === false)
  return isOther === true ? undefined : histories
}

/** What the address asks for, of one pod; asked anew when its metrics page was read at another moment, `asOf`. */
export function useCharts(service: string, pod: string, asOf: EpochMs | null): Charts {
  const [zoom, range, at, first] = [useZoom(), useRange(), useAt(), useAskedSignal()]
  const now = useNow(seconds(15))
  const row = useRow(service)
  const compared = comparison(pod, useComparedWith())
  const asked = spanShown({ zoom, range: range.span, at }, now)
  const wanted: HistoryWanted = { service, pods: [pod], signals: null, ...asked, places: PLACES }
  const histories = useOwnHistory(wanted, asOf)
  const others = useHistory(comparedWanted(wanted, compared), compared === null ? null : asOf)
  const span = spanOf(histories ?? [], asked)
  const troubled = troubledSignals(row?.reasons ?? [], pod)
  const views = viewsOf({ histories, others }, { compared, span, first, troubled })
  return {
    views,
    span,
    at,
    isZoomed: zoom !== null,
    silent: silentOf(histories ?? [], views ?? []),
    unknown: others === undefined || compared === null || isCompared(views ?? []) ? null : compared.name,
  }
}
