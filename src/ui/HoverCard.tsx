import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import styles from './HoverCard.module.css'

type Props = {
  readonly id: string
  /** What the card is about: it stands left of it, or over or under it where there is no room. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Between the card and its anchor, and between the card and the window's edges, in pixels. */
const GAP = 4
const EDGE = 8

/** Beside the anchor where there is room: what is over and under it, its like, stays in view and within reach. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  const { top, bottom, left, right } = anchor.getBoundingClientRect()
  const { width, height } = card.getBoundingClientRect()
  const beside = left - GAP - width
  if (beside >= EDGE) {
    const middle = (top + bottom - height) / 2
    const y = Math.max(EDGE, Math.min(middle, innerHeight - height - EDGE))
    card.style.translate = `${Math.round(beside)}px ${Math.round(y)}px`
    return
  }
  const over = top - GAP - height
  const y = over >= EDGE ? over : Math.max(EDGE, Math.min(bottom + GAP, innerHeight - height - EDGE))
  const x = Math.max(EDGE, Math.min(right - width, innerWidth - width - EDGE))
  card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
}

/**
 * A card that tells more of what is pointed at or has the keyboard. Draw it only while it is open, inside the element whose
 * hover and focus open it: then the pointer may go over to it (WCAG 2.2, 1.4.13 asks that it can be pointed at, stays, and
 * goes with Esc). It lies on the platform's top layer, where nothing cuts it off.
 */
export function HoverCard({ id, anchor, onClose, children }: Props) {
  const card = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  useLayoutEffect(() => {
    const [it, at] = [card.current, anchor.current]
    if (it === null || at === null) return
    // A browser without popovers draws it in its place of the page's own stack.
    if ('showPopover' in it) it.showPopover()
    const follow = (): void => place(it, at)
    follow()
    addEventListener('scroll', follow, { capture: true, passive: true })
    addEventListener('resize', follow)
    return () => {
      removeEventListener('scroll', follow, { capture: true })
      removeEventListener('resize', follow)
    }
  }, [anchor])
  useEffect(() => {
    // Before the page's own keys: Esc closes the card and nothing else.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      close.current()
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
  return (
    <div
      ref={card}
      id={id}
      role="tooltip"
      // One hint at a time, where browsers know hints; elsewhere it is a popover that closes only with its row's word.
      popover="hint"
      className={styles.card}
      onToggle={({ newState }) => {
        if (newState === 'closed') onClose()
      }}
    >
      {children}
    </div>
  )
}
