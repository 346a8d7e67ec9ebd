import type { DurationMs } from '#src/domain/time/units.ts'
import { isTaken, type KeyTable } from './pageKeys.ts'

/** So long a chord waits for its second key. */
export const CHORD_WAIT: DurationMs = 1200

/** Keys that say nothing alone. */
const IS_SILENT: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'Dead'])

type Chord = {
  /** The key that begins it. */
  readonly first: string
  /** What the second key does. */
  readonly seconds: KeyTable
  readonly onWaiting: (isWaiting: boolean) => void
}

/**
 * Lets two keys, one after the other, do something on any screen. While the second is waited for it is asked before the
 * screen is: a letter that leads nowhere must not become a deed on the ticket where the keyboard stands. Returns how to stop.
 */
export function onChord({ first, seconds, onWaiting }: Chord): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const end = (): void => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    onWaiting(false)
  }
  const begin = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(end, CHORD_WAIT)
    onWaiting(true)
  }
  const second = (event: KeyboardEvent): void => {
    end()
    // Tab and the arrows are no second keys: they do what they always do.
    if (event.key.length > 1 && event.key !== 'Escape') return
    event.preventDefault()
    if (Object.hasOwn(seconds, event.key)) seconds[event.key]?.()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (IS_SILENT.has(event.key)) return
    if (isTaken(event)) return end()
    if (event.key === first) {
      event.preventDefault()
      begin()
    } else if (timer !== null) second(event)
  }
  // Before any listener of the screens, which let alone what was answered.
  window.addEventListener('keydown', onKeyDown, { capture: true })
  window.addEventListener('pointerdown', end, { capture: true })
  return () => {
    end()
    window.removeEventListener('keydown', onKeyDown, { capture: true })
    window.removeEventListener('pointerdown', end, { capture: true })
  }
}
