import { useSyncExternalStore } from 'react'

/** The width up to which the page's own style sheets take a screen for a phone. */
const NARROW = '(width < 720px)'

/** A page without media queries is as wide as a table. */
const query = (): MediaQueryList | null => (typeof matchMedia === 'undefined' ? null : matchMedia(NARROW))

function subscribe(listener: () => void): () => void {
  const list = query()
  list?.addEventListener('change', listener)
  return () => list?.removeEventListener('change', listener)
}

/** Whether there is no room for columns. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => query()?.matches ?? false)
