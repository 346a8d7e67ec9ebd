import type { Result } from '#src/domain/result.ts'
import type { TicketStatistics } from '#src/domain/statistics/ticketStatistics.ts'
import type { Refusal, TicketCommand, TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { Done, TicketDetail } from '#src/engine/deskProtocol.ts'
import type { Credentials } from '#src/engine/ticketLog/eventStore.ts'
import type { StoreCheck } from '#src/engine/ticketLog/storeCheck.ts'

/** What became of a command; null: the watch has not begun, or has ended meanwhile. */
export type Outcome = Result<Done, Refusal> | null

/** Who does it, as they call themselves, and whether the alert is to be silenced too. */
export type Doer = { readonly by: string; readonly silence?: boolean }

/** What a page may ask of the tickets, and do to them. Null everywhere: there is no watch that could answer. */
export type DeskActions = {
  /** One ticket by its id, its code, or the key of what opened or joined it; null also where there is none. */
  readonly ticket: (ticket: string) => Promise<TicketDetail | null>
  readonly command: (ticket: string, command: TicketCommand, doer: Doer) => Promise<Outcome>
  readonly open: (draft: TicketDraft, by: string) => Promise<Outcome>
  readonly statistics: () => Promise<TicketStatistics | null>
  /** All tickets as comma-separated values. */
  readonly ticketsCsv: () => Promise<string | null>
  /** Signs in to the shared engine, null signs out. Whether that was accepted is told by the board. */
  readonly signIn: (credentials: Credentials | null) => Promise<boolean>
  readonly checkStore: () => Promise<readonly StoreCheck[] | null>
  readonly exportTickets: () => Promise<readonly LoggedEvent[] | null>
  /** How many were new, or why none was taken. */
  readonly importTickets: (events: readonly unknown[]) => Promise<Result<number, string> | null>
}
