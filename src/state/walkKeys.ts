import { hashTo } from './hashTo.ts'
import type { KeyTable } from './pageKeys.ts'

/** Where the keyboard can stand on, in the page's order; of a folded part only its summary. */
const stopsOf = (within: string): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(within)].filter(
    (stop) => stop.closest('details:not([open]) > :not(summary)') === null,
  )

function moveBy(within: string, step: 1 | -1): void {
  const stops = stopsOf(within)
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const from = step === 1 ? -1 : stops.length
  stops[(at === -1 ? from : at) + step]?.focus()
}

/**
 * The keys of a screen whose rows are links, buttons and folded parts: `j` and `k` go among those that the selector
 * `within` names, Enter is their own, Esc leads up to the path `up`.
 */
export const walkKeys = (within: string, up: string): KeyTable => ({
  j: () => moveBy(within, 1),
  k: () => moveBy(within, -1),
  Escape: () => {
    location.hash = hashTo(up)
  },
})
