import type { KeyTable } from '#src/state/pageKeys.ts'
import { walkKeys } from '#src/state/walkKeys.ts'

export const SERVICE_LINK = 'alert-service'
export const POD_LINK = 'alert-pod'
export const TICKET_LINK = 'alert-ticket'

/** Follows a link of the page; false where it has none such now. */
function follow(id: string): boolean {
  const link = document.getElementById(id)
  link?.click()
  return link !== null
}

/** The keys of the landing: one takes the ticket, the others lead on. */
export const alertKeys = (take: () => void): KeyTable => ({
  ...walkKeys('main :is(a, button, summary)', '/'),
  a: take,
  s: () => follow(SERVICE_LINK),
  p: () => follow(POD_LINK),
  t: () => follow(TICKET_LINK),
})
