import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useDeeds } from '#src/features/board/deed/deeds.ts'
import { keepComment, readComment } from '#src/state/commentShelf.ts'
import { useScreen } from '#src/state/screen.ts'
import styles from './writing.module.css'

const { page: words } = ticketTexts

/** Ctrl-Enter and ⌘Enter send, as elsewhere. */
function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

/** Writes to the log. What was begun is still there when somebody comes back. */
export function CommentBox({ row }: { readonly row: TicketRow }) {
  const { sendAs } = useDeeds()
  const { storage } = useScreen()
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [begun] = useState(() => readComment(storage, row.id))
  const send = async (text: string): Promise<void> => {
    if (!(await sendAs(row, { do: 'comment', text }))) return
    keepComment(storage, row.id, '')
    if (box.current !== null) box.current.value = ''
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('text')
    if (typeof text === 'string') void send(text.trim())
  }
  return (
    <form className={styles.comment} onSubmit={onSubmit}>
      <label htmlFor={id}>{words.commentLabel}</label>
      <textarea
        ref={box}
        id={id}
        name="text"
        rows={3}
        required
        defaultValue={begun}
        onChange={(event) => keepComment(storage, row.id, event.target.value)}
        aria-keyshortcuts="Control+Enter"
        onKeyDown={onKeyDown}
      />
      <button type="submit">{words.commentOk}</button>
    </form>
  )
}
