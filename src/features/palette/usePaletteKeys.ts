import { type KeyboardEvent, useState } from 'react'
import type { PaletteEntry } from '#src/domain/palette/paletteEntry.ts'

type Keys = {
  readonly found: readonly PaletteEntry[]
  readonly take: (entry: PaletteEntry, inTab: boolean) => void
  /** Null where the present screen has no list. */
  readonly filter: (() => void) | null
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** From the first up to the last, and round: a step of one; longer ones end there. */
function stepped(at: number, step: number, n: number): number {
  if (n === 0) return 0
  if (Math.abs(step) === 1) return (at + step + n) % n
  return Math.max(0, Math.min(n - 1, at + step))
}

/** Which entry is chosen, and the keys that choose another or take it. */
export function usePaletteKeys({ found, take, filter }: Keys) {
  const [wanted, setAt] = useState(0)
  const at = Math.min(wanted, Math.max(0, found.length - 1))
  const enter = (inTab: boolean): void => {
    const entry = found[at]
    if (entry !== undefined) take(entry, inTab)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, ctrlKey, metaKey, currentTarget } = event
    // Enter that ends the composition of a word is not meant for the list.
    if (event.nativeEvent.isComposing) return
    const step = STEPS[key]
    if (step !== undefined) setAt(stepped(at, step, found.length))
    else if (key === 'Enter') enter(ctrlKey || metaKey)
    else if (key === '/' && currentTarget.value === '' && filter !== null) filter()
    // In here the browser must not take it for its own search.
    else if (key.toLowerCase() === 'k' && (ctrlKey || metaKey)) currentTarget.select()
    else return
    event.preventDefault()
  }
  return { at, onKeyDown, reset: () => setAt(0) }
}
