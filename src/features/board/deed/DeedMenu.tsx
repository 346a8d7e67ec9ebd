import { useEffect, useRef } from 'react'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import { deedsFor, keyOf } from './deed.ts'
import styles from './deed.module.css'
import { useDeeds } from './deeds.ts'
import { useMe } from './useMe.ts'

const { board, deed: words } = ticketTexts

/** All that may be done to a ticket, for mouse and finger; the keys stand beside it. */
export function DeedMenu({ row }: { readonly row: TicketRow }) {
  const { begin, ask } = useDeeds()
  const me = useMe()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  return (
    <Dialog open title={board.act(row.code)} closeLabel={words.ask.cancel} onClose={() => ask(null)}>
      <p className={styles.of}>{row.title}</p>
      <ul ref={list} className={styles.menu}>
        {deedsFor(row, me).map((deed) => (
          <li key={deed}>
            <button type="button" onClick={() => begin(deed, row)}>
              {words.name[deed]} <kbd aria-hidden="true">{keyOf(deed)}</kbd>
            </button>
          </li>
        ))}
        <li>
          <a href={hashTo(`/t/${row.code}`)} onClick={() => ask(null)}>
            {board.openPage} <kbd aria-hidden="true">↵</kbd>
          </a>
        </li>
      </ul>
    </Dialog>
  )
}
