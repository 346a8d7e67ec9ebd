/** What a key does; false: nothing, so that the browser may have it. */
export type KeyTable = Readonly<Record<string, () => unknown>>

/** Where letters are typed, or a window is open. A slider, a box and a choice take no letters. */
const TYPED =
  'textarea, select, input:not([type="range"], [type="checkbox"], [type="radio"]), [contenteditable], dialog'

/** What those three take instead, as every link and button takes Enter and the space bar. */
const OF_CONTROLS: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Enter',
  ' ',
])

/** Typing, a modifier, an open window, or a key of the control where the keyboard stands: it is not meant for the page. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  const { target, key } = event
  if (!(target instanceof Element)) return false
  return target.closest(TYPED) !== null || (target.closest('input') !== null && OF_CONTROLS.has(key))
}

/**
 * Lets a screen answer the keyboard. `singleKeys`: whether keys of one character work, which WCAG 2.2, 2.1.4 wants to be
 * switchable. `where`: the window answers what no screen did. Returns how to stop.
 */
export function onPageKeys(table: KeyTable, singleKeys: boolean, where: EventTarget = document): () => void {
  const onKeyDown = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || isTaken(event) || (event.key.length === 1 && !singleKeys)) return
    const act = Object.hasOwn(table, event.key) ? table[event.key] : undefined
    if (act !== undefined && act() !== false) event.preventDefault()
  }
  where.addEventListener('keydown', onKeyDown)
  return () => where.removeEventListener('keydown', onKeyDown)
}
