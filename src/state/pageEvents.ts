import type { DurationMs } from '#src/domain/time/units.ts'

/** Calls again and again; returns how to stop. */
export function every(period: DurationMs, call: () => void): () => void {
  const timer = setInterval(call, period)
  return () => clearInterval(timer)
}

/** Calls whenever the page comes into view; returns how to stop. */
export function onVisible(call: () => void): () => void {
  const onChange = (): void => {
    if (document.visibilityState === 'visible') call()
  }
  document.addEventListener('visibilitychange', onChange)
  return () => document.removeEventListener('visibilitychange', onChange)
}

/** Whatever is somebody at work with the page; a mouse that trembles on a cupboard is not. */
const TOUCHES = ['keydown', 'pointerdown', 'wheel'] as const

/** Calls whenever somebody presses a key or a button, or turns a wheel; returns how to stop. */
export function onTouch(call: () => void): () => void {
  for (const touch of TOUCHES) addEventListener(touch, call, { capture: true, passive: true })
  return () => {
    for (const touch of TOUCHES) removeEventListener(touch, call, { capture: true })
  }
}
