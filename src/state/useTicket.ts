import { useEffect, useState } from 'react'
import type { BoardState, Detail } from './boardStore.ts'
import { useScreen } from './screen.ts'

/** The row of a ticket by its id or its code; codes are written in either case. */
const rowOf = ({ rows }: BoardState, ticket: string) =>
  rows.get(ticket) ?? [...rows.values()].find(({ code }) => code.toUpperCase() === ticket.toUpperCase())

/**
 * One ticket whole, by its id or code, asked of the worker once and again whenever its row changed. Undefined until the
 * board was told and the worker answered; null where there is none.
 */
export function useTicket(ticket: string): Detail | null | undefined {
  const { desk, board } = useScreen()
  const [told, setTold] = useState<{ readonly of: string; readonly detail: Detail | null }>()
  useEffect(() => {
    let isShown = true
    const ask = async (): Promise<void> => {
      const detail = await desk.ticket(rowOf(board.getState(), ticket)?.id ?? ticket)
      if (isShown) setTold({ of: ticket, detail })
    }
    if (board.getState().desk !== null) void ask()
    const stop = board.subscribe((state, before) => {
      const isFirst = before.desk === null && state.desk !== null
      if (isFirst || rowOf(state, ticket) !== rowOf(before, ticket)) void ask()
    })
    return () => {
      isShown = false
      stop()
    }
  }, [desk, board, ticket])
  return told?.of === ticket ? told.detail : undefined
}
