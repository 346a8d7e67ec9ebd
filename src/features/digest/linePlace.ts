import { hereButton, standOn } from './rowPlaces.ts'

/** From a row's button to the row's line, whose card tells the slope. False: the keyboard stands on no row with a line. */
export function intoLine(): boolean {
  const row = hereButton()
  if (row === null || row !== document.activeElement) return false
  const line = row.closest('article')?.querySelector<HTMLElement>('[data-line]') ?? null
  line?.focus({ preventScroll: true })
  return line !== null
}

/** From a row's line back to the row's button. False: the keyboard stands on no line. */
export function outOfLine(): boolean {
  const row = hereButton()
  if (row === null || document.activeElement?.matches('[data-line]') !== true) return false
  standOn(row)
  return true
}
