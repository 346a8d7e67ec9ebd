import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import styles from './Dialog.module.css'

type Props = {
  readonly open: boolean
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  /** For what is read in sentences. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A modal window: the platform's own, so that Esc, focus and the inert page behind it are the platform's too. */
export function Dialog({ open, title, closeLabel, onClose, wide = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  // One that is taken off the page is closed first: closing it is what gives the focus back.
  useLayoutEffect(() => {
    const it = dialog.current
    return () => it?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-label={title}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose()
      }}
    >
      <div className={styles.head}>
        <h2>{title}</h2>
        <button type="button" className={styles.close} onClick={onClose}>
          {closeLabel}
        </button>
      </div>
      {children}
    </dialog>
  )
}
