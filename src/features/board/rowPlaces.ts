/** The link of every ticket that is drawn, in the page's order. */
const rowLinks = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row-link]')]

const itemHere = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-ticket]') ?? null

/** The id of the ticket where the keyboard stands, or null. */
export const ticketHere = (): string | null => itemHere()?.dataset.ticket ?? null

function standOn(link: HTMLElement | undefined): void {
  link?.focus({ preventScroll: true })
  link?.closest('[data-ticket]')?.scrollIntoView({ block: 'nearest' })
}

/** To the neighbour of the ticket where the keyboard stands; from anywhere else to the first or the last one. */
export function moveBy(step: 1 | -1): void {
  const links = rowLinks()
  const at = links.findIndex((link) => link.closest('[data-ticket]') === itemHere())
  const from = step === 1 ? -1 : links.length
  standOn(links[(at === -1 ? from : at) + step])
}

/** Outside the tickets an arrow scrolls the page, as everywhere. */
export function arrow(step: 1 | -1): boolean {
  if (itemHere() === null) return false
  moveBy(step)
  return true
}

/** Puts the keyboard on the first ticket. */
export const standOnFirst = (): void => standOn(rowLinks()[0])

/** Puts the keyboard on a ticket without moving the page. */
export const focusTicket = (id: string): void => {
  const link = rowLinks().find((each) => each.closest<HTMLElement>('[data-ticket]')?.dataset.ticket === id)
  link?.focus({ preventScroll: true })
}
