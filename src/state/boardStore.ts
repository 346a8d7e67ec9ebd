import { createStore, type StoreApi } from 'zustand/vanilla'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { BeatenMessage, BoardMessage, DeskState, TicketDetail } from '#src/engine/deskProtocol.ts'

/** Everything of the board that is not a ticket, as the screens take it. */
export type Desk = DeskState

/** One ticket whole, as the screens take it. */
export type Detail = TicketDetail

/** What the page knows of the tickets: what the worker pushed. */
export type BoardState = {
  /** By id. Rows that a message does not name stay the same objects. */
  readonly rows: ReadonlyMap<string, TicketRow>
  /** Null until the whole board was told once. */
  readonly desk: Desk | null
  /** The newest word that somebody else acknowledged first; null while there was none. */
  readonly beaten: BeatenMessage | null
}

export type BoardStore = StoreApi<BoardState>

/** A board of which nothing was told yet. */
export const createBoardStore = (): BoardStore =>
  createStore(() => ({ rows: new Map(), desk: null, beaten: null }))

function applied(state: BoardState, { full, rows, gone, desk }: BoardMessage): BoardState {
  // A delta builds on a whole board: the worker sends that to every page that says hello.
  if (!full && state.desk === null) return state
  if (!full && rows.length === 0 && gone.length === 0) return { ...state, desk }
  const next = new Map(full ? [] : state.rows)
  for (const row of rows) next.set(row.id, row)
  for (const id of gone) next.delete(id)
  return { ...state, rows: next, desk }
}

/** Takes in what the worker says of tickets. */
export const receiveBoard = (store: BoardStore, message: BoardMessage | BeatenMessage): void =>
  store.setState((state) =>
    message.kind === 'beaten' ? { ...state, beaten: message } : applied(state, message),
  )
