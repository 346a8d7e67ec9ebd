import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import { FIND_BOX } from './elementIds.ts'
import { showAll, toggleLight, toggleRow } from './viewParams.ts'

/** Typing, a modifier or an open dialog: the key is not meant for the page. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  return target.matches('input, textarea, select, [contenteditable]') || target.closest('dialog') !== null
}

const rowButtons = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')]

/** The button of the row, or of the open panel under it, where the keyboard stands. */
const hereButton = (): HTMLElement | null =>
  document.activeElement?.closest('[data-item]')?.querySelector<HTMLElement>('[data-row]') ?? null

/** To the neighbour of the row where the keyboard stands; from anywhere else to the first or the last row. */
function moveBy(step: 1 | -1): void {
  const rows = rowButtons()
  const at = rows.findIndex((row) => row === hereButton())
  const from = step === 1 ? -1 : rows.length
  const row = rows[(at === -1 ? from : at) + step]
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

/** Outside the rows an arrow scrolls the page, as everywhere. */
function arrow(step: 1 | -1): boolean {
  if (hereButton() === null) return false
  moveBy(step)
  return true
}

function escape(): void {
  const row = hereButton()
  const name = row?.dataset.row
  if (row?.getAttribute('aria-expanded') !== 'true' || name === undefined) return showAll()
  toggleRow(name)
  row.focus()
}

const KEYS: Readonly<Record<string, () => unknown>> = {
  j: () => moveBy(1),
  k: () => moveBy(-1),
  ArrowDown: () => arrow(1),
  ArrowUp: () => arrow(-1),
  '/': () => document.getElementById(FIND_BOX)?.focus(),
  Escape: escape,
  '0': showAll,
  ...Object.fromEntries(WORST_FIRST.map((light, i) => [`${i + 1}`, () => toggleLight(light)])),
}

/** Keys that WCAG 2.2, 2.1.4 wants to be switchable: one character without a modifier. */
const isSingle = (key: string): boolean => key.length === 1

/** Lets the digest answer the keyboard. Returns how to stop. */
export function onDigestKeys(singleKeys: boolean): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = KEYS[event.key]
    if (act === undefined || isTaken(event) || (isSingle(event.key) && !singleKeys)) return
    if (act() !== false) event.preventDefault()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}

/** Calls back when `?` is pressed outside a text field. Returns how to stop. */
export function onHelpKey(open: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== '?' || isTaken(event)) return
    event.preventDefault()
    open()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
