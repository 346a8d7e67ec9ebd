import { useEffect, useLayoutEffect, useRef } from 'react'

const rowOf = (target: EventTarget | null): string | null =>
  target instanceof HTMLElement ? (target.dataset.row ?? null) : null

/**
 * Keeps the keyboard on a service while its row moves to another section: the row is drawn anew there,
 * and without this the focus would fall back to the top of the page.
 */
export function useKeptFocus(): void {
  const kept = useRef<string | null>(null)
  useEffect(() => {
    const follow = ({ target }: Event): void => {
      kept.current = rowOf(target)
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
    if (kept.current === null || document.activeElement !== document.body) return
    const rows = document.querySelectorAll<HTMLElement>('[data-row]')
    const mine = [...rows].find((row) => row.dataset.row === kept.current)
    mine?.focus({ preventScroll: true })
  })
}
