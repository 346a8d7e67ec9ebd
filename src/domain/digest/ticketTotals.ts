import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** What the board adds to the fleet's light. */
export type TicketTotals = {
  readonly open: number
  /** P1 and P2 that nobody has acknowledged. */
  readonly unacknowledged: number
  readonly breached: number
  readonly atRisk: number
  /** When the next clock is due; null where none runs. */
  readonly nextDue: EpochMs | null
  /** What tickets of no service of the fleet ask for; those of a service are in its row. Green: nothing. */
  readonly light: Light
}
