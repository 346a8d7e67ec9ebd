import { useLayoutEffect, useRef } from 'react'

/** A window gives the focus back to where it was opened. */
const isOfWindow = (target: Element): boolean => target.closest('dialog') !== null

/**
 * Keeps the keyboard on a part of a list while that moves to another section: it is drawn anew there, and without this
 * the focus would fall back to the top of the page. `nameHere`: where in the list the keyboard stands, null outside of
 * it; `focusOn`: puts it back there. Both are functions of the module, not of a render.
 */
export function useKeptFocus(nameHere: () => string | null, focusOn: (name: string) => void): void {
  const kept = useRef<string | null>(null)
  useLayoutEffect(() => {
    const follow = ({ target }: Event): void => {
      if (target instanceof Element && !isOfWindow(target)) kept.current = nameHere()
    }
    // Some browsers tell this of a part that is being taken away, too: which of the two it was is seen when that is done.
    const leave = ({ target }: Event): void =>
      queueMicrotask(() => {
        const hasLeft = target instanceof Element && target.isConnected && !isOfWindow(target)
        if (hasLeft && document.activeElement === document.body) kept.current = null
      })
    document.addEventListener('focusin', follow)
    document.addEventListener('focusout', leave)
    return () => {
      document.removeEventListener('focusin', follow)
      document.removeEventListener('focusout', leave)
    }
  }, [nameHere])
  useLayoutEffect(() => {
    if (kept.current !== null && document.activeElement === document.body) focusOn(kept.current)
  })
}
