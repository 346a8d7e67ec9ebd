import type { Spark } from '#src/domain/digest/digestRow.ts'
import { DRIFT_SIGNALS } from '#src/domain/drift/driftSignals.ts'
import { minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { LineButton } from './LineButton.tsx'
import styles from './rowSpark.module.css'
import { openAtPod } from './viewParams.ts'

type Props = {
  readonly service: string
  readonly light: Light
  readonly spark: Spark | null
  /** In a row in trouble: Tab stops here, and under the line stands what it is and its newest value. */
  readonly labelled?: boolean
}

function Label({ spark }: { readonly spark: Spark }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const last = spark.values.findLast((value) => Number.isFinite(value))
  if (last === undefined) return null
  return (
    <span className={styles.sparkLabel} aria-hidden="true">
      {texts.signal[spark.signal]} <b>{formatSignal(spark.signal, last, now, timeZone)}</b>
    </span>
  )
}

const isSloped = ({ signal }: Spark): boolean => DRIFT_SIGNALS.includes(signal)

/**
 * A row's line, a button that opens the row at the pod that is drawn, and explains its slope. Hover or focus tells its slope. Tab passes the lines
 * of well rows; → leads to each from its row. An empty cell keeps the grid where there is none.
 */
export function RowSpark({ service, light, spark, labelled = false }: Props) {
  if (spark === null) return <span className={styles.spark} />
  return (
    <div className={styles.spark}>
      <LineButton
        spark={spark}
        light={light}
        ofRow={service}
        tabbable={labelled}
        onClick={() => openAtPod(service, spark.pod, isSloped(spark) ? spark.signal : null)}
      />
      {labelled && <Label spark={spark} />}
    </div>
  )
}
