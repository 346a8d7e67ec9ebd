import type { KeyboardEvent } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { rowButtons, standOn } from './rowPlaces.ts'
import styles from './strip.module.css'
import { openRow, setFind, useFind } from './viewParams.ts'

function clear(box: HTMLInputElement): void {
  if (box.value === '') box.blur()
  setFind('')
}

/** Opens the first row that matches, which also leads the keyboard there. */
function take(box: HTMLInputElement): void {
  const [first] = rowButtons()
  const name = first?.dataset.row
  if (box.value.trim() === '' || first === undefined || name === undefined) return
  openRow(name)
  standOn(first)
}

const KEYS: Readonly<Record<string, (box: HTMLInputElement) => void>> = {
  Escape: clear,
  Enter: take,
  ArrowDown: () => standOn(rowButtons()[0]),
}

function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
  // Enter that ends the composition of a word is not meant for the page.
  const act = event.nativeEvent.isComposing ? undefined : KEYS[event.key]
  if (act === undefined) return
  event.preventDefault()
  event.stopPropagation()
  act(event.currentTarget)
}

/** Narrows the digest to services that match. Enter opens the first, ↓ goes among them, Esc clears, Esc again leaves. */
export function FindBox() {
  const find = useFind()
  const { find: label, findHint, findKey } = screenTexts
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
      <kbd aria-hidden="true">{findKey}</kbd>
    </label>
  )
}
