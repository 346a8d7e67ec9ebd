import type { Spark } from '#src/domain/digest/digestRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { sparkSentence } from '#src/domain/wording/sparkSentence.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { Sparkline } from '#src/ui/Sparkline.tsx'
import styles from './rows.module.css'

type Props = {
  readonly spark: Spark | null
  /** Says under the line what it is and its newest value. */
  readonly labelled?: boolean
}

/** A row's line of the last half hour; an empty cell keeps the grid where there is none. */
export function RowSpark({ spark, labelled = false }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (spark === null) return <span className={styles.spark} />
  const last = spark.values.findLast((value) => Number.isFinite(value))
  return (
    <span className={styles.spark}>
      <Sparkline values={spark.values} bound={spark.bound} label={sparkSentence(spark, now, timeZone)} />
      {labelled && last !== undefined && (
        <span className={styles.sparkLabel} aria-hidden="true">
          {texts.signal[spark.signal]} <b>{formatSignal(spark.signal, last, now, timeZone)}</b>
        </span>
      )}
    </span>
  )
}
