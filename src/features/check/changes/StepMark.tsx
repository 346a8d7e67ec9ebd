import type { WalkStep } from '#src/domain/check/walkOf.ts'
import { markText, standingText } from '#src/domain/wording/checkItemWords.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { Icon } from '#src/ui/Icon.tsx'
import styles from './changes.module.css'

type Props = { readonly step: WalkStep | null; readonly reader: Reader }

/** What was decided about a matter in this check, and whether that still holds. */
export function StepMark({ step, reader }: Props) {
  if (step === null || step.mark === null) return <span className={styles.mark} />
  const again = standingText(step.standing)
  const text = markText(step.mark, reader)
  return (
    <span className={styles.mark} data-standing={step.standing} title={text}>
      {step.standing !== 'more' && <Icon name="done" size={12} />}
      {again === null ? null : <b>{again}</b>}
      <span className={styles.deed}>{text}</span>
    </span>
  )
}
