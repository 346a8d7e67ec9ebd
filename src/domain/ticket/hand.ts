import type { EpochMs } from '#src/domain/time/units.ts'
import type { Ticket } from './ticket.ts'

/** Who does something, and what they know while they do it. */
export type Hand = {
  /** As they call themselves. */
  readonly by: string
  readonly now: EpochMs
  /** A new id for every event. */
  readonly newId: () => string
  /** The board as they see it (`foldBoard`). */
  readonly tickets: ReadonlyMap<string, Ticket>
}
