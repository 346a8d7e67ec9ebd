import { useState } from 'react'
import { minutes } from '#src/domain/time/units.ts'
import { reasonEvidence } from '#src/domain/wording/reasonEvidence.ts'
import { reasonParts } from '#src/domain/wording/reasonParts.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
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

/** Of more pods than this only the worst are told at first: what to do about them stands below. */
const TOLD_AT_ONCE = 5

/** What a reason rests on: each of its pods with its own facts, the worst first. */
export function Evidence({ reason }: Props) {
  const [all, setAll] = useState(false)
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const facts = reasonEvidence(reason, now, timeZone)
  // A single one that is left out would take as much room as the button.
  const told = all || facts.length <= TOLD_AT_ONCE + 1 ? facts : facts.slice(0, TOLD_AT_ONCE)
  return (
    <ul className={styles.evidence}>
      {keyed(told, ({ pod }) => pod).map(([key, { pod, text, when }]) => (
        <li key={key}>
          <span className={styles.pod}>{pod}</span> {text} <span className={styles.quiet}>{when}</span>
        </li>
      ))}
      {told.length < facts.length && (
        <li>
          <button type="button" className={styles.more} onClick={() => setAll(true)}>
            {screenTexts.morePods(facts.length - told.length)}
          </button>
        </li>
      )}
    </ul>
  )
}
