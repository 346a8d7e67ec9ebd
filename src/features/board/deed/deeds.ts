import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { TicketCommand, TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { Asking } from './asking.ts'
import type { DeedName } from './deed.ts'
import type { DeedState, DeedStore } from './deedStore.ts'
import type { Undo } from './toast.ts'

/** What screens of tickets do. Everything asks for a name first where none is known. */
export type Deeds = {
  readonly store: DeedStore
  /** Does it, or opens the form that it needs. */
  readonly begin: (deed: DeedName, row: TicketRow) => void
  /** Sends a command; answers with why it was refused, or null. */
  readonly send: (
    row: Pick<TicketRow, 'id' | 'code'>,
    command: TicketCommand,
    silence?: boolean,
  ) => Promise<string | null>
  /** The same, asking for a name first and saying a refusal in a toast. Answers whether it was done. */
  readonly sendAs: (row: Pick<TicketRow, 'id' | 'code'>, command: TicketCommand) => Promise<boolean>
  /** Opens a ticket; answers with why not, or null. */
  readonly open: (draft: TicketDraft) => Promise<string | null>
  /** Asks for what a new ticket needs. */
  readonly openNew: () => void
  /** Takes a deed back, the last one where none is named. */
  readonly undo: (which?: Undo) => void
  readonly ask: (asking: Asking | null) => void
  /** Says that something cannot be done. */
  readonly refuse: (text: string) => void
}

export const DeedsContext = createContext<Deeds | null>(null)

/** How things are done to tickets. Only inside a DeedsContext; anything else is a fault of the program. */
export function useDeeds(): Deeds {
  const deeds = use(DeedsContext)
  if (deeds === null) throw new Error('useDeeds needs a DeedsContext above it')
  return deeds
}

/** A part of what is being done; drawn again only when that part is another value. */
export function useDeedState<T>(select: (state: DeedState) => T): T {
  return useStore(useDeeds().store, select)
}
