import { createStore } from 'zustand/vanilla'

/** Whether the palette is wanted. A key may ask for it before its chunk is there. */
export const paletteDoor = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: false }))

export const openPalette = (): void => paletteDoor.setState({ isOpen: true })
export const closePalette = (): void => paletteDoor.setState({ isOpen: false })

/** Ctrl-K, ⌘K: wherever the keyboard stands, also in a text field, but not in a window: its own words would be left behind. */
const isAsked = ({ ctrlKey, metaKey, altKey, shiftKey, key, target }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) &&
  !altKey &&
  !shiftKey &&
  key.toLowerCase() === 'k' &&
  !(target instanceof Element && target.closest('dialog') !== null)

function openBy(event: KeyboardEvent): void {
  if (!isAsked(event)) return
  event.preventDefault()
  openPalette()
}

/** Lets Ctrl-K open the palette, also where single letters are switched off. Returns how to stop. */
export function onPaletteKey(): () => void {
  document.addEventListener('keydown', openBy)
  return () => document.removeEventListener('keydown', openBy)
}
