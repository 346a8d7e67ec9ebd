import { minutes } from '#src/domain/time/units.ts'
import { reasonEvidence } from '#src/domain/wording/reasonEvidence.ts'
import { reasonParts } from '#src/domain/wording/reasonParts.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './reasons.module.css'

type Props = { readonly reason: Reason }

/** A reason in one line: where that is too long the middle is cut, never the time, least of all that of a limit. */
export function ReasonText({ reason }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { text, end, isToCome } = reasonParts(reason, now, timeZone)
  return (
    <p className={styles.reason} data-light={reason.light}>
      <span className={styles.reasonText} title={text}>
        {text}
      </span>
      {end !== null && (
        <span className={styles.since} data-to-come={isToCome || undefined}>
          {' '}
          {end}
        </span>
      )}
    </p>
  )
}

/** What a reason rests on: each of its pods with its own facts. */
export function Evidence({ reason }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const facts = reasonEvidence(reason, now, timeZone)
  return (
    <ul className={styles.evidence}>
      {keyed(facts, ({ pod }) => pod).map(([key, { pod, text, when }]) => (
        <li key={key}>
          <span className={styles.pod}>{pod}</span> {text} <span className={styles.quiet}>{when}</span>
        </li>
      ))}
    </ul>
  )
}
