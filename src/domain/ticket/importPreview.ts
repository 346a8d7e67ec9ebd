import type { EpochMs } from '#src/domain/time/units.ts'

/** What of some events is not here yet. Codes of tickets; names and days are told by the sign-offs themselves. */
export type ImportPreview = {
  /** How many there are, each counted once, and how many of these are here already: the others would be added. */
  readonly events: number
  readonly known: number
  /** Tickets that are not known here, and those that would have more events than now. */
  readonly newTickets: readonly { readonly code: string; readonly title: string }[]
  readonly moreOf: readonly { readonly code: string; readonly title: string; readonly events: number }[]
  readonly signOffs: readonly { readonly by: string; readonly at: EpochMs }[]
  /** Watches that would stand afterwards and do not now. */
  readonly watches: readonly { readonly title: string; readonly by: string }[]
}
