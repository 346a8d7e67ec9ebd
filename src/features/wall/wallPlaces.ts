import type { KeyTable } from '#src/state/pageKeys.ts'
import type { Turning } from './usePageTurn.ts'

/** The links of all tiles that are drawn, in the order of the wall. */
const tileLinks = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-tile]')]

const hereLink = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement ? document.activeElement.closest('[data-tile]') : null

/** The service on whose tile the keyboard stands; null outside of the tiles. */
export const tileHere = (): string | null => hereLink()?.dataset.tile ?? null

/** Puts the keyboard on a service's tile. */
export const focusTile = (name: string): void =>
  tileLinks()
    .find(({ dataset }) => dataset.tile === name)
    ?.focus({ preventScroll: true })

function moveBy(step: 1 | -1): void {
  const links = tileLinks()
  const at = links.findIndex((link) => link === hereLink())
  const from = step === 1 ? -1 : links.length
  links[(at === -1 ? from : at) + step]?.focus({ preventScroll: true })
}

function leave(): boolean {
  const link = hereLink()
  link?.blur()
  return link !== null
}

/** The wall's keys: nobody has to use a mouse. */
export const wallKeys = ({ turnBy, hold }: Turning): KeyTable => ({
  j: () => moveBy(1),
  k: () => moveBy(-1),
  ArrowDown: () => moveBy(1),
  ArrowUp: () => moveBy(-1),
  ArrowRight: () => moveBy(1),
  ArrowLeft: () => moveBy(-1),
  PageDown: () => turnBy(1),
  PageUp: () => turnBy(-1),
  ' ': hold,
  Escape: leave,
})
