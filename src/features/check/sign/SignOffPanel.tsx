import { memo } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { SIGN_BUTTON } from '#src/features/check/elementIds.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { whyNotSigned } from './signingState.ts'
import styles from './sign.module.css'

const { sign: words } = englishCheckScreen

type Props = {
  readonly check: MorningCheck
  readonly progress: { readonly decided: number; readonly of: number }
  /** Who signs; empty where that is not known yet. */
  readonly name: string
  readonly isStalled: boolean
  readonly onSign: () => void
  readonly onRename: () => void
}

/** Who signs what: the fleet's light at this moment, how much was looked at, and the button. */
export const SignOffPanel = memo(function SignOffPanel({
  check,
  progress: { decided, of },
  name,
  isStalled,
  onSign,
  onRename,
}: Props) {
  const why = useBoard(({ desk }) => whyNotSigned(desk, isStalled))
  const isShared = useBoard(({ desk }) => desk?.log.kind === 'nats')
  const left = of - decided
  return (
    <section className={styles.sign} aria-labelledby="check-sign">
      <h2 id="check-sign">{words.title}</h2>
      <p className={styles.verdict}>
        <StatusLight light={check.light} size={16} silent />
        <span>{words.verdict(screenTexts.light[check.light])}</span>
        {left > 0 && <b>{words.undecided(left)}</b>}
      </p>
      <p className={styles.who}>
        {name === '' ? words.nobody : words.by(name)}
        {name !== '' && !isShared && (
          <button type="button" onClick={onRename}>
            {words.change}
          </button>
        )}
      </p>
      <button
        id={SIGN_BUTTON}
        type="button"
        className={styles.button}
        aria-keyshortcuts="o"
        aria-disabled={why !== null}
        aria-describedby={why === null ? undefined : 'check-sign-why'}
        onClick={why === null ? onSign : undefined}
      >
        {words.button} <kbd aria-hidden="true">o</kbd>
      </button>
      {why !== null && (
        <p id="check-sign-why" className={styles.why}>
          {why}
        </p>
      )}
    </section>
  )
})
