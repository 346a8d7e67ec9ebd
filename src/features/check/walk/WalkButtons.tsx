import type { WalkStep } from '#src/domain/check/walkOf.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { ticketLabel, type WalkDeeds } from './walkDeeds.ts'
import styles from './walk.module.css'

const { walk: words } = englishCheckScreen

type Props = { readonly step: WalkStep; readonly deeds: WalkDeeds }

type ButtonProps = {
  readonly of: string
  readonly label: string
  readonly onClick: () => void
  readonly isMain?: boolean
}

function Key({ of, label, onClick, isMain = false }: ButtonProps) {
  return (
    <button
      type="button"
      className={isMain ? styles.main : styles.button}
      aria-keyshortcuts={of}
      onClick={onClick}
    >
      {label} <kbd aria-hidden="true">{of}</kbd>
    </button>
  )
}

/** What may be decided about a matter, each with its key. */
export function WalkButtons({ step, deeds }: Props) {
  const { item, mark } = step
  const { watch } = item
  return (
    <div className={styles.buttons}>
      <Key of="s" label={words.seen} onClick={deeds.seen} isMain />
      <Key of="w" label={words.watch} onClick={deeds.watch} />
      <Key of="t" label={ticketLabel(step)} onClick={deeds.ticket} />
      {mark !== null && <Key of="u" label={words.unmark} onClick={deeds.unmark} />}
      {watch !== null && (
        <button type="button" className={styles.button} onClick={() => deeds.endWatch(watch.id)}>
          {words.endWatch}
        </button>
      )}
      <span className={styles.steps}>
        <Key of="k" label={words.previous} onClick={deeds.previous} />
        <Key of="j" label={words.next} onClick={deeds.next} />
      </span>
    </div>
  )
}
