import { useEffect } from 'react'
import { onDrillKeys } from '#src/features/drill/drillKeys.ts'
import { serviceKeys } from '#src/features/drill/serviceKeys.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import { openTicketsOf, ticketHref } from './openTicketsOf.ts'

function goTo(hash: string): void {
  location.hash = hash
}

/** Lets the screen of a service answer the keyboard while it is drawn. */
export function useServiceKeys(service: string): void {
  const singleKeys = usePreference('singleKeys')
  const { board } = useScreen()
  useEffect(() => {
    const ticket = (): boolean => {
      const [first] = openTicketsOf(service, board.getState().rows)
      if (first !== undefined) goTo(ticketHref(first))
      return first !== undefined
    }
    return onDrillKeys(serviceKeys({ home: () => goTo(hashTo('/')), ticket }), singleKeys)
  }, [service, board, singleKeys])
}
