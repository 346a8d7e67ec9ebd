import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { alertKey } from '#src/domain/alert/alertKey.ts'
import { type AlertTickets, ticketsOfAlert } from '#src/domain/alert/ticketsOfAlert.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'

/** So many tickets are asked for what belongs to them: of a fleet's open ones, the newest. */
const MOST_ASKED = 30

/** The ids of the tickets that may be an alert's, the newest first. */
const candidates = (rows: Iterable<TicketRow>): string =>
  [...rows]
    .filter(({ mergedInto }) => mergedInto === null)
    .toSorted((a, b) => b.openedAt - a.openedAt)
    .slice(0, MOST_ASKED)
    .map(({ id }) => id)
    .join(' ')

/** Of these tickets the first that an alert opened or joined; null where none is. */
async function ticketWith(key: string, ids: string, { ticket }: Pick<DeskActions, 'ticket'>) {
  for (const id of ids.split(' ')) {
    const found = id === '' ? null : await ticket(id)
    const { dedupKey, signals } = found?.ticket ?? { dedupKey: '', signals: [] }
    if (dedupKey === key || signals.some((signal) => signal.key === key)) return id
  }
  return null
}

/** The tickets of an alert, by its fingerprint and its service; null until the board was told. */
export function useAlertTickets(service: string | null, fingerprint: string | null): AlertTickets | null {
  const { desk } = useScreen()
  const rows = useBoard((state) => (state.desk === null ? null : state.rows))
  const ids = useMemo(() => candidates(rows?.values() ?? []), [rows])
  const { data: its = null } = useQuery({
    queryKey: ['ticket of alert', fingerprint, ids],
    queryFn: () => ticketWith(alertKey(fingerprint ?? ''), ids, desk),
    enabled: fingerprint !== null,
    placeholderData: keepPreviousData,
  })
  return useMemo(
    () => (rows === null ? null : ticketsOfAlert(rows.values(), service, its)),
    [rows, service, its],
  )
}
