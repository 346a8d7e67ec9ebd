import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import { presentRoute } from './hashRoute.ts'

/** A screen that is not drawn by then is not waited for: somebody may have begun to read. */
const PATIENCE: DurationMs = seconds(5)

/** The keyboard stands on nothing: what it stood on is gone with its screen. */
const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/** The heading of a screen, as it was at a time. */
type Left = { readonly heading: Element | null; readonly said: string | null }

function headingNow(): Left {
  const heading = document.querySelector('h1')
  return { heading, said: heading?.textContent ?? null }
}

/** A screen that is drawn so soon after a key was led to by it. */
const BY_KEY: DurationMs = seconds(1)

/** A heading takes the keyboard only while it has it: a click on it later is a click on text. */
function standOn(heading: HTMLElement): void {
  heading.tabIndex = -1
  heading.addEventListener('blur', () => heading.removeAttribute('tabindex'), { once: true })
  heading.focus({ preventScroll: true })
}

/**
 * Waits for the heading of the screen that comes next, and puts the keyboard there if it is nowhere: it is seen, and heard,
 * where one is. A screen that puts it somewhere itself keeps it there; a key or a press calls it off. Returns how to stop.
 */
function land(left: Left): () => void {
  const stops: (() => void)[] = []
  const stop = (): void => stops.forEach((each) => each())
  const look = (): void => {
    const heading = document.querySelector('h1')
    if (heading === null || (heading === left.heading && heading.textContent === left.said)) return
    // A heading may be drawn anew when more is known: until then it is not left alone.
    if (isLost()) standOn(heading)
    else if (document.activeElement !== heading) stop()
  }
  const observer = new MutationObserver(look)
  const timer = setTimeout(stop, PATIENCE)
  stops.push(
    () => observer.disconnect(),
    () => clearTimeout(timer),
  )
  for (const name of ['keydown', 'pointerdown'] as const) {
    document.addEventListener(name, stop)
    stops.push(() => document.removeEventListener(name, stop))
  }
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  look()
  return stop
}

/** Leads the keyboard from screen to screen, however somebody goes there. Returns how to stop. */
export function followScreens(): () => void {
  let { path } = presentRoute()
  let stop: (() => void) | null = null
  let pressed = { ...headingNow(), at: Number.NEGATIVE_INFINITY }
  const onPress = ({ timeStamp }: Event): void => {
    pressed = { ...headingNow(), at: timeStamp }
  }
  const onChange = ({ timeStamp }: Event): void => {
    const next = presentRoute().path
    if (next === path) return
    path = next
    stop?.()
    // The next screen may be drawn before it is told that there is one: then only the key before it knows what was left.
    stop = land(timeStamp - pressed.at < BY_KEY ? pressed : headingNow())
  }
  const presses = ['keydown', 'pointerdown'] as const
  for (const name of presses) addEventListener(name, onPress, { capture: true })
  addEventListener('hashchange', onChange, { capture: true })
  return () => {
    stop?.()
    for (const name of presses) removeEventListener(name, onPress, { capture: true })
    removeEventListener('hashchange', onChange, { capture: true })
  }
}
