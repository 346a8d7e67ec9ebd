/** What a key does; false: nothing, so that the browser may have it. */
export type KeyTable = Readonly<Record<string, () => unknown>>

/** Typing, a modifier or an open dialog: the key is not meant for the page. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  const { target } = event
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null
  )
}

/**
 * Lets a screen answer the keyboard. `singleKeys`: whether keys of one character work, which WCAG 2.2, 2.1.4 wants to be
 * switchable. Returns how to stop.
 */
export function onDrillKeys(table: KeyTable, singleKeys: boolean): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isTaken(event) || (event.key.length === 1 && !singleKeys)) return
    const act = Object.hasOwn(table, event.key) ? table[event.key] : undefined
    if (act !== undefined && act() !== false) event.preventDefault()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
