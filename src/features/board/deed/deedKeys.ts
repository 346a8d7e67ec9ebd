import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { DEED_KEYS } from './deed.ts'
import type { Deeds } from './deeds.ts'

/** What a key does; false leaves it to the browser. */
export type KeyTable = Readonly<Record<string, () => unknown>>

/** Typing, a modifier or an open window: the key is not meant for the page. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  const { target } = event
  if (!(target instanceof Element)) return false
  return target.matches('input, textarea, select, [contenteditable]') || target.closest('dialog') !== null
}

/** The keys that do something to the ticket where the keyboard stands, and to none where it stands on none. */
export function deedKeys(deeds: Deeds, here: () => TicketRow | undefined): KeyTable {
  const onTicket = (act: (row: TicketRow) => void) => () => {
    const row = here()
    if (row === undefined) deeds.refuse(ticketTexts.deed.noTicket)
    else act(row)
  }
  return {
    ...Object.fromEntries(DEED_KEYS.map(([key, deed]) => [key, onTicket((row) => deeds.begin(deed, row))])),
    n: deeds.openNew,
    u: () => deeds.undo(),
  }
}

/** Lets a page of tickets answer the keyboard; keys of one character only where they are wanted. Returns how to stop. */
export function onKeys(keys: KeyTable, singleKeys: boolean): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key]
    if (act === undefined || isTaken(event) || (event.key.length === 1 && !singleKeys)) return
    if (act() !== false) event.preventDefault()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
