import type { KeyTable } from '#src/state/pageKeys.ts'

/** The links to the pods, in the page's order. */
const podLinks = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('a[data-pod]')]

/** To the neighbour of the pod where the keyboard stands; from anywhere else to the first or the last one. */
function moveBy(step: 1 | -1): void {
  const links = podLinks()
  const at = links.findIndex((link) => link === document.activeElement)
  const from = step === 1 ? -1 : links.length
  links[(at === -1 ? from : at) + step]?.focus()
}

type Ways = {
  /** To the digest. */
  readonly home: () => void
  /** To the service's first open ticket; false where it has none. */
  readonly ticket: () => boolean
}

/** The keys of a service's screen. Enter is that of the link where the keyboard stands. */
export const serviceKeys = ({ home, ticket }: Ways): KeyTable => ({
  j: () => moveBy(1),
  k: () => moveBy(-1),
  t: ticket,
  Escape: home,
})
