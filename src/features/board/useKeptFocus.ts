import { useEffect, useLayoutEffect, useRef } from 'react'
import { focusTicket, ticketHere } from './rowPlaces.ts'

/** Keeps the keyboard on a ticket while its row moves to another section, where it is drawn anew. */
export function useKeptFocus(): void {
  const kept = useRef<string | null>(null)
  useEffect(() => {
    const follow = ({ target }: Event): void => {
      // A window about a ticket gives the focus back to it.
      if (target instanceof Element && target.closest('dialog') !== null) return
      kept.current = ticketHere()
    }
    const leave = (): void => {
      kept.current = null
    }
    document.addEventListener('focusin', follow)
    document.addEventListener('pointerdown', leave)
    return () => {
      document.removeEventListener('focusin', follow)
      document.removeEventListener('pointerdown', leave)
    }
  }, [])
  useLayoutEffect(() => {
    if (kept.current !== null && document.activeElement === document.body) focusTicket(kept.current)
  })
}
