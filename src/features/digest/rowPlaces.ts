/** The buttons of all rows that are drawn, in the page's order. */
export const rowButtons = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-row]'),
]

/** The button of the row, or of the open panel under it, where the keyboard stands. */
export const hereButton = (): HTMLElement | null =>
  document.activeElement?.closest('[data-item]')?.querySelector<HTMLElement>('[data-row]') ?? null

/** The service in whose row, or the open panel under it, the keyboard stands; null outside of the rows. */
export const rowHere = (): string | null => hereButton()?.dataset.row ?? null

/** Puts the keyboard on a service's row without moving the page. */
export const focusRow = (name: string): void =>
  rowButtons()
    .find(({ dataset }) => dataset.row === name)
    ?.focus({ preventScroll: true })

/** Puts the keyboard on a row and the row into view. */
export function standOn(button: HTMLElement | undefined): void {
  button?.focus({ preventScroll: true })
  ;(button?.closest('article') ?? button)?.scrollIntoView({ block: 'nearest' })
}

/** Brings a row to the top of the window unless it stands in the upper half already, where its panel has room. */
export function showRow(name: string): boolean {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')]
  const row = items.find(({ dataset }) => dataset.item === name)?.querySelector('article') ?? null
  if (row === null) return false
  const { top } = row.getBoundingClientRect()
  if (top < 0 || top > innerHeight / 2) row.scrollIntoView({ block: 'start' })
  return true
}
