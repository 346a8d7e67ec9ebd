import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import type { KeyTable } from '#src/state/pageKeys.ts'
import { DEED_KEYS } from './deed.ts'
import type { Deeds } from './deeds.ts'

/** The keys that do something to the ticket where the keyboard stands, and to none where it stands on none. */
export function deedKeys(deeds: Deeds, here: () => TicketRow | undefined): KeyTable {
  const onTicket = (act: (row: TicketRow) => void) => () => {
    const row = here()
    if (row === undefined) deeds.refuse(ticketTexts.deed.noTicket)
    else act(row)
  }
  return {
    ...Object.fromEntries(DEED_KEYS.map(([key, deed]) => [key, onTicket((row) => deeds.begin(deed, row))])),
    n: deeds.openNew,
    u: () => deeds.undo(),
  }
}
