import type { ServiceDelivery } from '#src/domain/deploy/deliveryOf.ts'
import { minutes } from '#src/domain/time/units.ts'
import { type DeployLine, deployLines, doraText } from '#src/domain/wording/deployWords.ts'
import { englishDeploy } from '#src/domain/wording/englishDeploy.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './deployFacts.module.css'

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

/** How a service's deploys went, in a sentence, and the newest ones. Nothing where none is known. */
export function DeployFacts({ delivery }: { readonly delivery: ServiceDelivery }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (delivery.recent.length === 0) return null
  const lines = deployLines(delivery, { now, timeZone })
  return (
    <div className={styles.deploys}>
      <h4>{englishDeploy.heading}</h4>
      <p className={styles.text}>{doraText(delivery.dora)}</p>
      <ul>
        {keyed(lines, ({ version, when }) => `${version} ${when}`).map(([key, line]) => (
          <Line key={key} line={line} />
        ))}
      </ul>
    </div>
  )
}
