import { type FormEvent, type KeyboardEvent, useId } from 'react'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useDeeds } from '#src/features/board/deed/deeds.ts'
import styles from './writing.module.css'

const { page: words } = ticketTexts

/** Ctrl-Enter and ⌘Enter send, as elsewhere. */
function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

/** Writes to the log. */
export function CommentBox({ row }: { readonly row: TicketRow }) {
  const { sendAs } = useDeeds()
  const id = useId()
  const send = async (form: HTMLFormElement, text: string): Promise<void> => {
    if (await sendAs(row, { do: 'comment', text })) form.reset()
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    const text = new FormData(form).get('text')
    if (typeof text !== 'string') return
    void send(form, text.trim())
  }
  return (
    <form className={styles.comment} onSubmit={onSubmit}>
      <label htmlFor={id}>{words.commentLabel}</label>
      <textarea
        id={id}
        name="text"
        rows={3}
        required
        aria-keyshortcuts="Control+Enter"
        onKeyDown={onKeyDown}
      />
      <button type="submit">{words.commentOk}</button>
    </form>
  )
}
