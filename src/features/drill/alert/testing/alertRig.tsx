import { act, fireEvent, screen } from '@testing-library/react'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { AlertScreen } from '#src/features/drill/alert/AlertScreen.tsx'
import { receiveBoard } from '#src/state/boardStore.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'

const ROWS = [
  sampleRow('user-sync', 'red', { reasons: [silentPod('user-sync-1')] }),
  sampleRow('orders'),
  sampleRow('orders-api'),
]

/** For tests: what stands behind `#/alert?` of an alert on user-sync. */
export const LINK =
  'message=[user-sync-service] creating user: POST /api/users: 403&at=2024-11-21T07:12:00Z&priority=P2&pod=user-sync-2'

type Given = {
  readonly page?: Partial<TestScreen>
  readonly tickets?: readonly TicketRow[] | null
  readonly rows?: typeof ROWS
}

/** For tests: opens the landing of an alert, on a board that was told unless `tickets` is null. */
export async function openAlert(query: string, { page: own = {}, tickets = [], rows = ROWS }: Given = {}) {
  location.hash = `#/alert?${query.replaceAll('%', '%25')}`
  const page = testScreen(own)
  if (rows.length > 0) page.show(rows)
  if (tickets !== null) {
    const board = { kind: 'board', full: true, rows: tickets, gone: [], desk: sampleDesk() } as const
    receiveBoard(page.board, board)
  }
  await act(async () => void renderWith(page, <AlertScreen />))
  return page
}

export const press = (key: string): Promise<void> =>
  act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key }))

/** A part of the page by a part of its title. */
export const part = (name: RegExp): HTMLElement => screen.getByRole('region', { name })
