import { useState } from 'react'
import { Icon } from './Icon.tsx'
import styles from './CopyButton.module.css'

type Props = {
  /** What is copied. */
  readonly text: string
  /** What the button does, in words. */
  readonly label: string
  /** Said when it is done. */
  readonly done: string
}

/**
 * Puts a text on the clipboard and says so. Not drawn where there is none: browsers give it to https pages and to
 * loopback only, and the text can be selected by hand everywhere.
 */
export function CopyButton({ text, label, done }: Props) {
  const [isDone, setDone] = useState(false)
  // Undefined on pages of plain http; the platform's types do not know that.
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard === undefined) return null
  const onClick = (): void => {
    clipboard.writeText(text).then(
      () => setDone(true),
      () => setDone(false),
    )
  }
  return (
    <span className={styles.copy}>
      <button
        type="button"
        className={styles.button}
        onClick={onClick}
        onPointerLeave={() => setDone(false)}
        onBlur={() => setDone(false)}
      >
        <Icon name={isDone ? 'done' : 'copy'} size={12} />
        {label}
      </button>
      <output className="unseen">{isDone ? done : ''}</output>
    </span>
  )
}
