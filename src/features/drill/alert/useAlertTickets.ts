import { useEffect, useMemo, useState } from 'react'
import { type AlertTickets, ticketsOfAlert } from '#src/domain/alert/ticketsOfAlert.ts'
import type { TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'

/** The ticket that has a key, asked for anew whenever the board changed. Null until it is known, and where there is none. */
function useTicketOfKey(key: string | null): TicketRow | null {
  const { desk, board } = useScreen()
  const [told, setTold] = useState<{ readonly key: string; readonly row: TicketRow | null }>()
  useEffect(() => {
    if (key === null) return
    let isShown = true
    const ask = async (): Promise<void> => {
      const detail = await desk.ticket(key)
      if (isShown) setTold({ key, row: detail?.row ?? null })
    }
    void ask()
    const stop = board.subscribe(({ rows }, before) => {
      if (rows !== before.rows) void ask()
    })
    return () => {
      isShown = false
      stop()
    }
  }, [desk, board, key])
  return told !== undefined && told.key === key ? told.row : null
}

/** The tickets of an alert, by the key of the one that it would open and by its service; null until the board was told. */
export function useAlertTickets({
  dedupKey,
  service,
  title,
}: Pick<TicketDraft, 'dedupKey' | 'service' | 'title'>): AlertTickets | null {
  const rows = useBoard((state) => (state.desk === null ? null : state.rows))
  const its = useTicketOfKey(dedupKey)
  return useMemo(() => {
    if (rows === null) return null
    const gone = its === null || rows.has(its.id) ? [] : [its]
    return ticketsOfAlert([...rows.values(), ...gone], { service, title, its: its?.id ?? null })
  }, [rows, service, title, its])
}
