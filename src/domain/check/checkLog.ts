import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { TimelineEntry } from '#src/domain/ticket/ticket.ts'
import type { Mornings } from '#src/domain/time/nextMorning.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { CheckDay, CheckStreak } from './checkCalendar.ts'
import type { CheckWatch, SignOff } from './signOff.ts'

/** A ticket with what was done to it since a moment. */
export type CheckTicket = {
  readonly row: TicketRow
  /** Within the time that was asked for, in order; without evidence and post-mortems, which only its page shows. */
  readonly deeds: readonly TimelineEntry[]
}

/** A silence of the fleet's Alertmanager. */
export type CheckSilence = {
  readonly id: string
  readonly comment: string
  readonly by: string
  readonly from: EpochMs
  readonly to: EpochMs
  /** Its conditions as Alertmanager writes them, `service="orders"`. */
  readonly matchers: readonly string[]
  /** The service that its conditions name; null where they name none of the fleet. */
  readonly service: string | null
}

/** Silences: known, or not to be had and why, or there is no Alertmanager. Three truths that must not look alike. */
export type CheckSilences =
  | { readonly kind: 'known'; readonly asOf: EpochMs; readonly silences: readonly CheckSilence[] }
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'none' }

/** Which mornings are to be signed, and which were. */
export type CheckMornings = {
  /** When the team looks at its fleet; `nextMorning` takes it. */
  readonly mornings: Mornings
  /** Of the fleet's business calendar: local dates, `2026-12-25`. */
  readonly holidays: readonly string[]
  /** The last 90 days, oldest first; the last one is today. */
  readonly days: readonly CheckDay[]
  readonly streak: CheckStreak
}

/** What a morning check takes from the log of tickets. */
export type CheckLog = {
  /**
   * Newest first, at most 200; none that is dated after now. Their marks are told as far as 600 go, of the two newest in any
   * case whole; older sign-offs come without any.
   */
  readonly signOffs: readonly SignOff[]
  /** That nobody has ended, newest first, one a matter. */
  readonly watches: readonly CheckWatch[]
  /** Tickets that are open, or that something happened to within the time that was asked for. */
  readonly tickets: readonly CheckTicket[]
  readonly silences: CheckSilences
  readonly calendar: CheckMornings
}
