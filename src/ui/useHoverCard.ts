import { type FocusEvent, type PointerEvent, useState } from 'react'

type Around = {
  readonly onPointerEnter: (event: PointerEvent) => void
  readonly onPointerLeave: (event: PointerEvent) => void
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: (event: FocusEvent) => void
}

/**
 * When a `HoverCard` is open: while the pointer is within an element, or the keyboard, until Esc. `around` goes on the
 * element that holds what is pointed at and the card. A finger opens nothing: its tap is a click.
 */
export function useHoverCard(): {
  readonly open: boolean
  readonly close: () => void
  readonly around: Around
} {
  const [open, setOpen] = useState(false)
  return {
    open,
    close: () => setOpen(false),
    around: {
      onPointerEnter: ({ pointerType }) => {
        if (pointerType !== 'touch') setOpen(true)
      },
      onPointerLeave: ({ currentTarget }) => {
        if (currentTarget.querySelector(':focus-visible') === null) setOpen(false)
      },
      onFocus: ({ target }) => {
        if (target.matches(':focus-visible')) setOpen(true)
      },
      onBlur: ({ currentTarget }) => {
        if (!currentTarget.matches(':hover')) setOpen(false)
      },
    },
  }
}
