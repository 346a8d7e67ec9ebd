import { type RefObject, useLayoutEffect } from 'react'

/** Where the keyboard goes when a part of the tray is gone that it stood in: to the bar of the tray. */
export function useFocusBack(part: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const shown = part.current
    const bar = shown?.closest('section')?.querySelector<HTMLElement>('button[aria-expanded]')
    return () => {
      if (shown?.contains(document.activeElement)) bar?.focus()
    }
  }, [part])
}
