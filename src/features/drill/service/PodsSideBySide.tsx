import { useMemo } from 'react'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useAt, useRange } from '#src/features/drill/drillAddress.ts'
import { RangePicker } from '#src/features/drill/RangePicker.tsx'
import { YoungHistory } from '#src/features/drill/YoungHistory.tsx'
import { setParams, useParam } from '#src/state/hashRoute.ts'
import { useServiceDetail } from '#src/state/queries/useServiceDetail.ts'
import { type Detail, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { ManyPods } from './ManyPods.tsx'
import { PodTable } from './PodTable.tsx'
import styles from './sideBySide.module.css'
import { type ShownSignals, shownSignals } from './shownSignals.ts'
import { useIsNarrow } from './useIsNarrow.ts'
import { useServiceHistories, useSpan } from './useServiceHistories.ts'

const words = englishService.pods

/** More pods than these have no room beside each other, on a wide and on a narrow screen. */
const MOST_BESIDE = { wide: 12, narrow: 3 } as const

/** Whether all signals are asked for: in the address, so that a link shows the same. */
const useAll = (): boolean => useParam('signals') === 'all'

/** A pod whose metrics page cannot be read now told its signals before. */
const toldBefore = ({ endpoints }: Detail['pods'][number]): boolean =>
  endpoints.some(({ endpoint, failure }) => endpoint === 'metrics' && failure?.kind !== 'not-found')

/** The signals that pods tell now; null where none does, but pods have, and so nobody knows which. */
function toldNow({ pods }: Detail): ReadonlySet<Signal> | null {
  const told = new Set(pods.flatMap(({ signals }) => signals.map(({ signal }) => signal)))
  return told.size === 0 && pods.some(toldBefore) ? null : told
}

type Shown = ShownSignals & {
  /** Whether it is known that pods told these. */
  readonly areTold: boolean
}

/** `known`: those of the moment that is looked at; where there are none those count that are told now. */
function useShownSignals({ name, reasons }: ServiceRow, known: readonly Signal[]): Shown | null {
  const detail = useServiceDetail(name)
  return useMemo(() => {
    if (known.length === 0 && detail == null) return null
    const told = known.length > 0 || detail == null ? new Set(known) : toldNow(detail)
    return { ...shownSignals(told ?? new Set(SIGNALS), reasons), areTold: told !== null }
  }, [detail, reasons, known])
}

type LinesProps = {
  readonly row: ServiceRow
  readonly signals: readonly Signal[]
  /** True where pods tell no others. */
  readonly areAll: boolean
}

function Lines({ row, signals, areAll }: LinesProps) {
  const { to } = useSpan()
  const told = useServiceHistories(row, signals)
  const most = MOST_BESIDE[useIsNarrow() ? 'narrow' : 'wide']
  if (told === undefined) return <p className={styles.waiting}>{words.looking}</p>
  const scaled = told?.scaled ?? []
  const none = areAll ? words.none : words.noneOf(signals.map((signal) => texts.signal[signal]).join(', '))
  const Pods = row.pods.length > most ? ManyPods : PodTable
  return (
    <>
      <YoungHistory histories={told?.histories ?? []} to={to} endsAlike />
      <Pods row={row} scaled={scaled} />
      {scaled.length === 0 && <p className={styles.quiet}>{told === null ? words.untold : none}</p>}
    </>
  )
}

function Caption() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const at = useAt()
  const { name } = useRange()
  const end = at === null ? words.now : formatMoment(at, now, timeZone)
  return <span className={styles.caption}>{words.caption(englishService.range.name[name], end)}</span>
}

type Props = {
  /** With the pods of the moment that is looked at. */
  readonly row: ServiceRow
  /** The signals that are known of that moment; none where it is now. */
  readonly known: readonly Signal[]
}

/** All pods of a service beside each other, signal by signal on one scale, those that differ named with their numbers. */
export function PodsSideBySide({ row, known }: Props) {
  const all = useAll()
  const signals = useShownSignals(row, known)
  return (
    <section className={styles.side} aria-labelledby="pods">
      <div className={styles.bar}>
        <h2 id="pods">
          {words.heading} <Caption />
        </h2>
        <RangePicker />
      </div>
      {row.pods.length === 0 && <p className={styles.quiet}>{words.noPods}</p>}
      {signals === null ? (
        <p className={styles.waiting}>{words.looking}</p>
      ) : (
        <Lines
          row={row}
          signals={all ? [...signals.shown, ...signals.more] : signals.shown}
          areAll={all || signals.more.length === 0}
        />
      )}
      {signals !== null && signals.more.length > 0 && (
        <button
          type="button"
          className={styles.more}
          onClick={() => setParams({ signals: all ? null : 'all' })}
        >
          {all ? words.fewer : signals.areTold ? words.more(signals.more.length) : words.others}
        </button>
      )}
    </section>
  )
}
