import type { TicketCommand } from '#src/domain/ticket/ticketCommand.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** What takes something back that was done. */
export type Undo = { readonly ticket: string; readonly code: string; readonly command: TicketCommand }

/** A sentence about what was done, for some seconds. */
export type Toast = {
  readonly id: number
  readonly text: string
  /** `refused`: it was not done. `beaten`: somebody else was faster. */
  readonly tone: 'done' | 'refused' | 'beaten'
  readonly undo: Undo | null
  /** The ticket of which it is said how far the deed has got; null where nothing was done. */
  readonly ticket: string | null
  readonly at: EpochMs
}
