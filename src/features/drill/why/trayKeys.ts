import { pressPin } from './pressPin.ts'

/** Where letters are typed, or a window is open. A slider takes arrows, no letters: a chart's crosshair is one. */
const TYPED =
  'textarea, select, input:not([type="range"], [type="checkbox"], [type="radio"]), [contenteditable], dialog'

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  return event.target instanceof Element && event.target.closest(TYPED) !== null
}

/** `p` pins what the keyboard stands on, `w` opens and closes the tray. Returns how to stop. */
export function onTrayKeys(toggle: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isTaken(event)) return
    if (event.key === 'w') toggle()
    else if (event.key !== 'p' || !pressPin()) return
    event.preventDefault()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
