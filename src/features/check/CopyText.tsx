import { useEffect, useRef, useState } from 'react'
import { englishCheckPapers } from '#src/domain/wording/englishCheckPapers.ts'
import { Icon } from '#src/ui/Icon.tsx'
import styles from './copyText.module.css'
import { copyTextOf } from './copyTextOf.ts'

type Props = {
  readonly label: string
  /** What the button does, in a sentence. */
  readonly title: string
  /** Made when it is asked for: a long report is not written on every poll. */
  readonly text: () => string
  /** Said when it is on the clipboard. */
  readonly done: (text: string) => string
}

/** The text to be copied by hand, selected and under the keyboard as soon as it is there. */
function ByHand({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <textarea
      ref={field}
      className={styles.byHand}
      aria-label={englishCheckPapers.report.copyByHand}
      readOnly
      rows={8}
      value={text}
      onBlur={onClose}
    />
  )
}

/**
 * Puts a text on the clipboard and says so. Browsers give one to https pages and to loopback only; elsewhere, and where it is
 * refused, the text is shown to be copied by hand.
 */
export function CopyText({ label, title, text, done }: Props) {
  const [said, setSaid] = useState('')
  const [shown, setShown] = useState<string | null>(null)
  const onClick = (): void => {
    const made = text()
    const copy = async (): Promise<void> => {
      if (await copyTextOf(made)) setSaid(done(made))
      else setShown(made)
    }
    void copy()
  }
  const forget = (): void => setSaid('')
  return (
    <span className={styles.copy}>
      <button
        type="button"
        className={styles.button}
        title={title}
        aria-label={title}
        onClick={onClick}
        onPointerLeave={forget}
        onBlur={forget}
      >
        <Icon name={said === '' ? 'copy' : 'done'} size={12} />
        {label}
      </button>
      <output className="unseen">{said}</output>
      {shown !== null && <ByHand text={shown} onClose={() => setShown(null)} />}
    </span>
  )
}
