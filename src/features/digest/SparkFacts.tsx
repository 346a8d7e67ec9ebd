import type { Spark } from '#src/domain/digest/digestRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { slopeFacts } from '#src/domain/wording/slopeFacts.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './rowSpark.module.css'

/** What there is to say of a row's line: the signal, its pod, and a line each for slope, interval, limit and times. */
export function SparkFacts({ spark }: { readonly spark: Spark }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  return (
    <div className={styles.facts}>
      <p>
        <b>{texts.signal[spark.signal]}</b> <span className={styles.pod}>{spark.pod}</span>
      </p>
      <dl>
        {slopeFacts(spark, now, timeZone).map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
