import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { englishCopyLink as words } from '#src/domain/wording/englishCopyLink.ts'
import styles from './CopyLink.module.css'
import { Icon } from './Icon.tsx'

type Props = { readonly label?: string }

/** The address to be copied by hand, selected and under the keyboard as soon as it is there. */
function ByHand({ address }: { readonly address: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return <input ref={field} className={styles.address} aria-label={words.byHand} readOnly value={address} />
}

/**
 * Copies the present address, with all that it says of the view, and says so. Browsers give the clipboard to https pages
 * and to loopback only; elsewhere, and where it is refused, the address is shown to be copied by hand.
 */
export function CopyLink({ label = words.copy }: Props) {
  const [isDone, setDone] = useState(false)
  const [address, setAddress] = useState<string | null>(null)
  // Undefined on pages of plain http; the platform's types do not know that.
  const clipboard: Clipboard | undefined = navigator.clipboard
  const onClick = (): void => {
    const { href } = location
    const byHand = (): void => setAddress(href)
    if (clipboard === undefined) byHand()
    else clipboard.writeText(href).then(() => setDone(true), byHand)
  }
  // The keyboard goes from the button to the field, which does not close that.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
    if (!currentTarget.contains(relatedTarget)) setAddress(null)
  }
  return (
    <span className={styles.link} onBlur={onBlur}>
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
      {address !== null && <ByHand key={address} address={address} />}
      <span className="unseen" aria-live="polite">
        {isDone ? words.done : ''}
      </span>
    </span>
  )
}
