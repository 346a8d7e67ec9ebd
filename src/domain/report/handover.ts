import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { CheckReport } from './checkReport.ts'

/** What a file of a handover says it is, and its layout. */
export const HANDOVER_FORMAT = 'morning-check handover'
export const HANDOVER_VERSION = 1

/** What one person on RUN duty leaves to the next: how things stand, and the log that it comes from. */
export type Handover = {
  readonly format: typeof HANDOVER_FORMAT
  readonly version: typeof HANDOVER_VERSION
  /** Whose it is, and what they have to say. */
  readonly by: string
  readonly note: string
  readonly at: EpochMs
  /** The name of the board whose events they are; in the first files the title of the fleet. */
  readonly board: string
  readonly report: CheckReport
  /** Events as the log has them. Nobody has looked at those of a file that was read: the log judges what it takes in. */
  readonly events: readonly unknown[]
}

type HandedOn = Pick<Handover, 'by' | 'note' | 'at' | 'board'>

/** A report with the events it is made of, to be taken in elsewhere. `by`: the person's name. */
export const handoverOf = (
  report: CheckReport,
  events: readonly LoggedEvent[],
  { by, note, at, board }: HandedOn,
): Handover => ({ format: HANDOVER_FORMAT, version: HANDOVER_VERSION, by, note, at, board, report, events })

/** A handover as the text of its file: `readHandover` reads it. */
export const handoverText = (handover: Handover): string => `${JSON.stringify(handover)}\n`
