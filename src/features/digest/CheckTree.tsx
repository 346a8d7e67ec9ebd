import type { HealthCheck, HealthReading, HealthState } from '#src/domain/health/healthReading.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { keyed } from '#src/ui/keyed.ts'
import { detailText } from '#src/domain/wording/detailText.ts'
import styles from './panel.module.css'

const LIGHT: Readonly<Record<HealthState, Light>> = {
  ok: 'green',
  degraded: 'orange',
  down: 'red',
  unknown: 'unknown',
}

function Check({ check, old }: { readonly check: HealthCheck; readonly old: boolean }) {
  return (
    <li>
      <span className={styles.check}>
        <StatusLight light={old ? 'unknown' : LIGHT[check.state]} size={12} />
        <span>
          {check.name}
          {check.message !== null && <span className={styles.message}>{check.message}</span>}
          {keyed(check.details, ([name]) => name).map(([key, [name, value]]) => (
            <span key={key} className={styles.quiet} title={value}>
              {name} {detailText(check.name, name, value)}
            </span>
          ))}
        </span>
      </span>
      {check.parts.length > 0 && <Checks checks={check.parts} old={old} />}
    </li>
  )
}

function Checks({ checks, old }: { readonly checks: readonly HealthCheck[]; readonly old: boolean }) {
  return (
    <ul className={styles.tree}>
      {keyed(checks, ({ name }) => name).map(([key, check]) => (
        <Check key={key} check={check} old={old} />
      ))}
    </ul>
  )
}

type Props = {
  readonly health: HealthReading | null
  /** True when the newest probe gave none: then this is what it said before, and nothing in it is known now. */
  readonly old: boolean
}

/** What a pod says of itself: the named checks of its health page, at any depth, in the page's order. */
export function CheckTree({ health, old }: Props) {
  const words = screenTexts.panel
  return (
    <div>
      <h4>{words.checks}</h4>
      {health === null ? (
        <p className={styles.quiet}>{words.noHealth}</p>
      ) : (
        <>
          <p>
            {old && `${words.before} `}
            {words.healthState[health.state]}
            {health.why !== null && `: ${health.why}`}{' '}
            <span className={styles.quiet}>{words.readAs(health.format)}</span>
          </p>
          {health.checks.length > 0 && <Checks checks={health.checks} old={old} />}
        </>
      )}
    </div>
  )
}
