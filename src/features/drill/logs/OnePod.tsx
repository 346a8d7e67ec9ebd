import type { OnePodOnly } from '#src/domain/log/onePodOnly.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishLogs as words } from '#src/domain/wording/englishLogs.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import { namePods } from '#src/domain/wording/namePods.ts'
import { useScreen } from '#src/state/screen.ts'
import styles from './lines.module.css'

type Props = { readonly found: OnePodOnly; readonly since: EpochMs | null }

/** That all lines, errors and successes, are one pod's, although there are others: in a sentence, and what to do. */
export function OnePod({ found, since }: Props) {
  const { timeZone } = useScreen()
  const { pod, key, errors, successes, others } = found
  const carries = key === null ? words.cameFrom(pod) : `${key}=${pod}`
  const clock = since === null ? null : formatClock(since, timeZone)
  return (
    <p className={styles.finding}>
      <b>{words.onePod(errors, successes, clock, carries)}</b>{' '}
      {words.othersSilent(namePods(others), others.length)}
    </p>
  )
}
