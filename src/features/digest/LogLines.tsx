import type { HealthLog } from '#src/domain/health/healthReading.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './panel.module.css'

/** The last log entries that a health page carries, as it gives them. */
export function LogLines({ logs }: { readonly logs: readonly HealthLog[] }) {
  const { timeZone } = useScreen()
  return (
    <div className={styles.logs}>
      <h4>{screenTexts.panel.logs}</h4>
      <ol>
        {keyed(logs, ({ at, message }) => `${at} ${message}`).map(([key, { at, level, message }]) => (
          <li key={key}>
            {at !== null && <span className={styles.quiet}>{formatClock(at, timeZone, true)}</span>}{' '}
            {level !== null && <b>{level}</b>} {message}
          </li>
        ))}
      </ol>
    </div>
  )
}
