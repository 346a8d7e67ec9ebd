import type { KeyboardEvent } from 'react'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { setFind, useBoardFilter } from './boardFilter.ts'
import styles from './boardHead.module.css'
import { standOnFirst } from './rowPlaces.ts'

function clear(box: HTMLInputElement): void {
  if (box.value === '') box.blur()
  setFind('')
}

const KEYS: Readonly<Record<string, (box: HTMLInputElement) => void>> = {
  Escape: clear,
  Enter: standOnFirst,
  ArrowDown: standOnFirst,
}

function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
  // Enter that ends the composition of a word is not meant for the page.
  const act = event.nativeEvent.isComposing ? undefined : KEYS[event.key]
  if (act === undefined) return
  event.preventDefault()
  event.stopPropagation()
  act(event.currentTarget)
}

/** Narrows the board to tickets that match. Enter and ↓ go among them, Esc clears, Esc again leaves. */
export function BoardFind() {
  const { find } = useBoardFilter()
  const { find: label, findHint } = ticketTexts.board
  return (
    <label className={styles.find}>
      <Icon name="find" />
      <input
        type="search"
        aria-label={label}
        placeholder={findHint}
        autoComplete="off"
        spellCheck={false}
        value={find}
        onChange={(event) => setFind(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/ /</kbd>
    </label>
  )
}
