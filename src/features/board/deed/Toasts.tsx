import { useEffect } from 'react'
import { seconds } from '#src/domain/time/units.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import styles from './deed.module.css'
import { useDeeds, useDeedState } from './deeds.ts'
import { dismiss, dismissBefore } from './deedStore.ts'

const { deed: words } = ticketTexts

/** How long a sentence stays; the key `u` takes back for longer. */
const SHOWN_FOR = seconds(10)

/** How far a deed has got: it changes while it is read. */
function Way({ ticket }: { readonly ticket: string }) {
  const way = useBoard(({ rows, desk }) => {
    if (desk?.log.kind === 'memory') return ticketTexts.log.memory
    const sending = rows.get(ticket)?.sending
    return sending === undefined ? null : ticketTexts.sending[sending]
  })
  return way === null ? null : <small>{way}</small>
}

/** What was done, what was refused, who was faster: each for ten seconds, said to a screen reader. */
export function Toasts() {
  const { store, undo } = useDeeds()
  const { ticker } = useScreen()
  const toasts = useDeedState((state) => state.toasts)
  const isEmpty = toasts.length === 0
  useEffect(
    () => (isEmpty ? undefined : ticker.subscribe(() => dismissBefore(store, ticker.now() - SHOWN_FOR))),
    [isEmpty, store, ticker],
  )
  return (
    <div className={styles.toasts} role="log" aria-live="polite">
      {toasts.map(({ id, text, tone, undo: back, ticket }) => (
        <p key={id} className={styles.toast} data-tone={tone}>
          <span>{text}</span>
          {ticket !== null && <Way ticket={ticket} />}
          {back !== null && (
            <button type="button" onClick={() => undo(back)}>
              {words.undo} <kbd aria-hidden="true">u</kbd>
            </button>
          )}
          <button type="button" aria-label={words.dismiss} onClick={() => dismiss(store, id)}>
            ×
          </button>
        </p>
      ))}
    </div>
  )
}
