import { serviceKeys } from '#src/features/drill/serviceKeys.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { openTicketsOf, ticketHref } from './openTicketsOf.ts'

function goTo(hash: string): void {
  location.hash = hash
}

/** Lets the screen of a service answer the keyboard while it is drawn. */
export function useServiceKeys(service: string): void {
  const { board } = useScreen()
  const ticket = (): boolean => {
    const [first] = openTicketsOf(service, board.getState().rows)
    if (first !== undefined) goTo(ticketHref(first))
    return first !== undefined
  }
  usePageKeys(serviceKeys({ home: () => goTo(hashTo('/')), ticket }))
}
