import type { ServiceDelivery } from '#src/domain/deploy/deliveryOf.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type DeployLine, deployLines, doraText } from '#src/domain/wording/deployWords.ts'
import { englishDeploy } from '#src/domain/wording/englishDeploy.ts'
import styles from './DeployFacts.module.css'
import { keyed } from './keyed.ts'

function Line({
  line: { version, when, pods, rollback, outcome, outcomeText },
}: {
  readonly line: DeployLine
}) {
  return (
    <li className={styles.line}>
      <span className={styles.version}>{version}</span>
      <span>{when}</span>
      <span className={styles.quiet}>{pods}</span>
      <span className={styles.outcome} data-outcome={outcome}>
        {rollback !== null && <span className={styles.rollback}>{rollback}</span>}
        {outcomeText}
      </span>
    </li>
  )
}

type Props = {
  readonly delivery: ServiceDelivery
  readonly now: EpochMs
  /** An IANA name. */
  readonly timeZone: string
  /** False where a heading stands above it already. */
  readonly headed?: boolean
}

/** How a service's deploys went, in a sentence, and the newest ones. Nothing where none is known. */
export function DeployFacts({ delivery, now, timeZone, headed = true }: Props) {
  if (delivery.recent.length === 0) return null
  const lines = deployLines(delivery, { now, timeZone })
  return (
    <div className={styles.deploys}>
      {headed && <h4>{englishDeploy.heading}</h4>}
      <p className={styles.text}>{doraText(delivery.dora)}</p>
      <ul>
        {keyed(lines, ({ version, when }) => `${version} ${when}`).map(([key, line]) => (
          <Line key={key} line={line} />
        ))}
      </ul>
    </div>
  )
}
