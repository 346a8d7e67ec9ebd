import { useMemo } from 'react'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { useAt, useRange } from '#src/features/drill/drillAddress.ts'
import { setParams, useParam } from '#src/state/hashRoute.ts'
import { useServiceDetail } from '#src/state/queries/useServiceDetail.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { ManyPods } from './ManyPods.tsx'
import { PodTable } from './PodTable.tsx'
import { RangePicker } from './RangePicker.tsx'
import styles from './sideBySide.module.css'
import { type ShownSignals, shownSignals } from './shownSignals.ts'
import { useIsNarrow } from './useIsNarrow.ts'
import { useServiceHistories } from './useServiceHistories.ts'

const words = englishService.pods

/** More pods than these have no room beside each other, on a wide and on a narrow screen. */
const MOST_BESIDE = { wide: 12, narrow: 3 } as const

/** Whether all signals are asked for: in the address, so that a link shows the same. */
const useAll = (): boolean => useParam('signals') === 'all'

function useShownSignals({ name, reasons }: ServiceRow): ShownSignals | null {
  const detail = useServiceDetail(name)
  return useMemo(() => {
    if (detail === null || detail === undefined) return null
    const told = new Set(detail.pods.flatMap(({ signals }) => signals.map(({ signal }) => signal)))
    return shownSignals(told, reasons)
  }, [detail, reasons])
}

type LinesProps = { readonly row: ServiceRow; readonly signals: readonly Signal[] }

function Lines({ row, signals }: LinesProps) {
  const told = useServiceHistories(row.name, signals)
  const most = MOST_BESIDE[useIsNarrow() ? 'narrow' : 'wide']
  if (told === undefined) return <p className={styles.waiting}>{words.looking}</p>
  const scaled = told?.scaled ?? []
  if (row.pods.length > most) return <ManyPods row={row} scaled={scaled} />
  return (
    <>
      <PodTable row={row} scaled={scaled} />
      {scaled.length === 0 && <p className={styles.quiet}>{words.none}</p>}
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

/** All pods of a service beside each other, signal by signal on one scale, those that differ named with their numbers. */
export function PodsSideBySide({ row }: { readonly row: ServiceRow }) {
  const all = useAll()
  const signals = useShownSignals(row)
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
        <Lines row={row} signals={all ? [...signals.shown, ...signals.more] : signals.shown} />
      )}
      {signals !== null && signals.more.length > 0 && (
        <button
          type="button"
          className={styles.more}
          onClick={() => setParams({ signals: all ? null : 'all' })}
        >
          {all ? words.fewer : words.more(signals.more.length)}
        </button>
      )}
    </section>
  )
}
