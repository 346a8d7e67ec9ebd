import type { CheckLog } from '#src/domain/check/checkLog.ts'
import type { SignOffDraft } from '#src/domain/check/signOff.ts'
import type { Duty } from '#src/domain/rota/duty.ts'
import type { Result } from '#src/domain/result.ts'
import type { TicketStatistics } from '#src/domain/statistics/ticketStatistics.ts'
import type { ExitPoint } from '#src/domain/ticket/hypercareExit.ts'
import type { ImportPreview } from '#src/domain/ticket/importPreview.ts'
import type { Refusal, TicketCommand, TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import type { Sending, TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { WeekTickets } from '#src/domain/week/week.ts'
import type { Credentials, LogStatus } from '#src/engine/ticketLog/eventStore.ts'
import type { StoreCheck } from '#src/engine/ticketLog/storeCheck.ts'

/** How the fleet's Alertmanager was asked last; null where the fleet file names none. */
export type AlertmanagerState = {
  /** Its own address, to be read. */
  readonly url: string
  /** When it last answered. */
  readonly heardAt: EpochMs | null
  /** Why the newest question was not answered; null where it was. */
  readonly fault: string | null
  /** It was started a moment ago and knows of few alerts yet: none that vanished counts as resolved. */
  readonly restarted: boolean
  readonly alerts: number
}

/** Everything of the board that is not a ticket. */
export type DeskState = {
  /** The name of the board: those of different names share nothing. Many fleets leave it at the usual one. */
  readonly board: string
  readonly log: LogStatus
  /** What has to be added to this browser's clock to have the engine's; 0 where nothing tells. */
  readonly offset: number
  readonly alertmanager: AlertmanagerState | null
  /** False: the fleet file has switched it off for all services. */
  readonly automatic: boolean
  readonly duty: Duty | null
  readonly people: readonly string[]
  readonly projects: readonly string[]
  /** Closer watches that people agreed on and that hold now. */
  readonly hypercare: readonly {
    readonly of: string
    readonly to: EpochMs
    readonly reason: string
    /** How far it has come to its end. */
    readonly exit?: readonly ExitPoint[]
  }[]
  /** How many tickets are known, with those that ended long ago. */
  readonly known: number
}

/** One ticket whole, as its page shows it. */
export type TicketDetail = {
  readonly row: TicketRow
  readonly ticket: Ticket
  /** Of the events of this browser that are not with everybody: how far they have got. By id of event. */
  readonly sending: Readonly<Record<string, Sending>>
  /** Codes of tickets it names, by id. */
  readonly codes: Readonly<Record<string, string>>
  /** The draft of a post-mortem as Markdown, made of the log. */
  readonly postmortem: string
  /** Whether a post-mortem is due: it was a P1, or a breach, or came back too often. */
  readonly postmortemDue: boolean
}

/** What a page may ask of the tickets. `by` is who does it, as they call themselves. */
export type DeskQuestion =
  /** By its id, its code, or the key of what opened or joined it. `page`: the address of the page, for the links of its post-mortem. */
  | { readonly about: 'ticket'; readonly ticket: string; readonly page?: string }
  | {
      readonly about: 'command'
      readonly ticket: string
      readonly command: TicketCommand
      readonly by: string
      /** The address of the page, for the link back from a silence. */
      readonly page?: string
      /** Silences the alert too, where it came from an Alertmanager. */
      readonly silence?: boolean
    }
  | { readonly about: 'open-ticket'; readonly draft: TicketDraft; readonly by: string }
  | { readonly about: 'statistics' }
  /** All tickets as comma-separated values. */
  | { readonly about: 'tickets-csv' }
  | { readonly about: 'sign-in'; readonly credentials: Credentials | null }
  | { readonly about: 'check-store' }
  | { readonly about: 'export-tickets' }
  | { readonly about: 'import-tickets'; readonly events: readonly unknown[] }
  /** What a morning check takes from the log: tickets that something happened to since `from`. */
  | { readonly about: 'check-log'; readonly from: EpochMs }
  | { readonly about: 'sign-off'; readonly check: SignOffDraft; readonly by: string }
  | { readonly about: 'end-watch'; readonly watch: string; readonly by: string }
  /** The events that a handover carries: of tickets that are open or were touched since `from`, and of checks. */
  | { readonly about: 'handover-events'; readonly from: EpochMs }
  /** What `import-tickets` would add, without adding it. */
  | { readonly about: 'preview-import'; readonly events: readonly unknown[] }
  | { readonly about: 'week-tickets'; readonly from: EpochMs; readonly to: EpochMs }

/** What became of a command. */
export type Done = {
  readonly ticket: string
  /** What takes it back; null where nothing can. */
  readonly undo: TicketCommand | null
  /** Somebody acknowledged it first: who, and how much earlier in ms. */
  readonly beatenBy: { readonly by: string; readonly earlierBy: number } | null
  /** What became of the silence that was asked for; null where none was. */
  readonly silence: Result<string, string> | null
}

export type DeskAnswer =
  | { readonly about: 'ticket'; readonly found: TicketDetail | null }
  /** Null here and below: the watch has not begun, or has ended meanwhile. */
  | { readonly about: 'command' | 'open-ticket'; readonly found: Result<Done, Refusal> | null }
  | { readonly about: 'statistics'; readonly found: TicketStatistics | null }
  | { readonly about: 'tickets-csv'; readonly found: string | null }
  | { readonly about: 'sign-in'; readonly found: true | null }
  | { readonly about: 'check-store'; readonly found: readonly StoreCheck[] | null }
  | { readonly about: 'export-tickets'; readonly found: readonly LoggedEvent[] | null }
  /** How many were new. */
  | { readonly about: 'import-tickets'; readonly found: Result<number, string> | null }
  | { readonly about: 'check-log'; readonly found: CheckLog | null }
  /** The id of the sign-off, or of the end of the watch. */
  | { readonly about: 'sign-off' | 'end-watch'; readonly found: Result<string, Refusal> | null }
  | { readonly about: 'handover-events'; readonly found: readonly LoggedEvent[] | null }
  | { readonly about: 'preview-import'; readonly found: Result<ImportPreview, string> | null }
  | { readonly about: 'week-tickets'; readonly found: WeekTickets | null }

/** The board: only the rows that changed, unless `full`. */
export type BoardMessage = {
  readonly kind: 'board'
  readonly full: boolean
  readonly rows: readonly TicketRow[]
  readonly gone: readonly string[]
  readonly desk: DeskState
}

/** Somebody was faster: told to the pages of the browser whose acknowledgement came second. */
export type BeatenMessage = {
  readonly kind: 'beaten'
  readonly ticket: string
  readonly code: string
  readonly by: string
  readonly earlierBy: number
}
