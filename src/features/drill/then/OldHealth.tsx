import type { HealthCheck, HealthReading } from '#src/domain/health/healthReading.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { minutes } from '#src/domain/time/units.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { keyed } from '#src/ui/keyed.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './tombstone.module.css'

const words = englishThen.tombstone

/** More are folded. */
const OPEN_LOGS = 10

function Checks({ checks }: { readonly checks: readonly HealthCheck[] }) {
  return (
    <ul className={styles.checks}>
      {keyed(checks, ({ name }) => name).map(([key, { name, state, message, details, parts }]) => (
        <li key={key}>
          <span className={styles.check}>
            <StatusLight light="unknown" size={12} silent />
            <span>
              {name} <b data-state={state}>{words.state[state]}</b> {message}{' '}
              {details.length > 0 && (
                <span className={styles.quiet}>
                  {details.map(([field, value]) => `${field} ${value}`).join(', ')}
                </span>
              )}
            </span>
          </span>
          {parts.length > 0 && <Checks checks={parts} />}
        </li>
      ))}
    </ul>
  )
}

/** What a pod that is gone said of itself last: in words, as none of it is known to be so now. */
export function OldHealth({ health }: { readonly health: HealthReading | null }) {
  return (
    <section>
      <h3>{words.checks}</h3>
      {health === null ? (
        <p className={styles.quiet}>{words.noChecks}</p>
      ) : (
        <>
          <p>
            {words.said[health.state]}
            {health.why !== null && `: ${health.why}`}{' '}
            <span className={styles.quiet}>{screenTexts.panel.readAs(health.format)}</span>
          </p>
          {health.checks.length > 0 && <Checks checks={health.checks} />}
        </>
      )}
    </section>
  )
}

/** The last log entries that its health page carried, oldest first; nothing where it carried none. */
export function OldLogs({ logs }: Pick<HealthReading, 'logs'>) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (logs.length === 0) return null
  return (
    <details className={styles.wide} open={logs.length <= OPEN_LOGS}>
      <summary>
        <h3>{words.logs}</h3> <span className={styles.quiet}>{logs.length}</span>
      </summary>
      <ol className={styles.logs}>
        {keyed(logs, ({ at, message }) => `${at} ${message}`).map(([key, { at, level, message, fields }]) => (
          <li key={key}>
            {at !== null && <span className={styles.quiet}>{formatMoment(at, now, timeZone)}</span>}{' '}
            {level !== null && <b>{level}</b>} {message}{' '}
            {fields.length > 0 && (
              <span className={styles.quiet}>
                {fields.map(([field, value]) => `${field}=${value}`).join(' ')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
