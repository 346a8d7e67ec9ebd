import type { Handover } from './handover.ts'
import { reportLine } from './reportRow.ts'

/** A board by its name, and the title of the fleet that it is of. */
export type HandoverPlace = { readonly board: string; readonly fleet: string }

/**
 * Whether what a handover brings belongs where it is to be taken in. `other-board`: it has nothing to do with this one, and a
 * sign-off of theirs would be what the next check here looks back to. `other-fleet`: the board is called the same, as most
 * are, but the fleet has another title: a person has to say that it is the same.
 */
export type HandoverFit = 'own' | 'other-fleet' | 'other-board'

/** Compares a handover with `here`. Where it was made, under which address, says nothing. */
export function handoverFit({ board, report }: Handover, here: HandoverPlace): HandoverFit {
  // The first files tell the title of the fleet twice, and no board.
  if (board !== here.board && board !== report.fleet) return 'other-board'
  return report.fleet === reportLine(here.fleet) ? 'own' : 'other-fleet'
}
