const ROW = '[data-item]'

/** The matter whose row the keyboard stands on; null where it stands on none. */
export function itemHere(): string | null {
  const row = document.activeElement?.closest<HTMLElement>(ROW)
  return row?.dataset['item'] ?? null
}

/** Puts the keyboard on the row of a matter and that into sight. Whether there is one. */
export function focusItem(key: string): boolean {
  const row = [...document.querySelectorAll<HTMLElement>(ROW)].find(({ dataset }) => dataset['item'] === key)
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
  return row !== undefined
}
