import { useMemo } from 'react'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { useAsOf } from '#src/state/queries/useDrill.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { LoadOfPods } from './LoadOfPods.tsx'
import { PodsSideBySide } from './PodsSideBySide.tsx'
import { rowOfThen } from './rowOfThen.ts'
import styles from './servicePage.module.css'
import { StartsOfPods } from './StartsOfPods.tsx'

const words = englishService.past

type Props = { readonly row: ServiceRow; readonly signals?: readonly Signal[] }

const NONE: readonly Signal[] = []

/** The pods of a service: how they went, what runs in them, and who carries how much. */
export function PodParts({ row, signals = NONE }: Props) {
  return (
    <>
      <PodsSideBySide row={row} known={signals} />
      <div className={styles.columns}>
        <StartsOfPods row={row} />
        <LoadOfPods row={row} />
      </div>
    </>
  )
}

/** The same of an earlier moment, with the pods that there were then; and that what follows is of now. */
export function PodPartsThen({ row, at }: { readonly row: ServiceRow; readonly at: EpochMs }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const told = useAsOf(row.name, at)
  const then = told?.at === at ? told : null
  const signals = useMemo(() => [...new Set(then?.values.map(({ signal }) => signal))], [then])
  const when = formatMoment(at, now, timeZone)
  const moment = then?.moment ?? null
  return (
    <>
      <p className={styles.time}>
        {then !== null && moment === null ? words.unknown(when) : words.pods(when)}
      </p>
      <PodParts row={rowOfThen(row, moment)} signals={signals} />
      <p className={styles.time}>{words.below}</p>
    </>
  )
}
