/** What a key does; false leaves it to the browser. */
export type PodKeyTable = Readonly<Record<string, () => unknown>>

/** Typing, a modifier, an open window, or somebody who has answered it already: the key is not meant for the page. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  const { target } = event
  if (!(target instanceof Element)) return false
  return target.matches('input, textarea, select, [contenteditable]') || target.closest('dialog') !== null
}

/**
 * Lets the screen of a pod answer the keyboard; keys of one character only where they are wanted (WCAG 2.2, 2.1.4). Returns
 * how to stop.
 */
export function onPodKeys(keys: PodKeyTable, singleKeys: boolean): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (act === undefined || isTaken(event) || (event.key.length === 1 && !singleKeys)) return
    if (act() !== false) event.preventDefault()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
