import type { ClockName } from '#src/domain/sla/clockFace.ts'
import type { Priority } from '#src/domain/sla/priority.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** What a service's ticket asks of people: it is late, nobody has taken it, or it is about to be late. */
export type TicketMention = {
  /** As people call it: `T-4KQ2M`. */
  readonly code: string
  readonly priority: Priority
  readonly trouble: 'breached' | 'unacknowledged' | 'at-risk'
  /** Which of its clocks. */
  readonly clock: ClockName
  /** Since when that is so. */
  readonly since: EpochMs
  /** When the clock is, or was, due; null while nobody can tell. */
  readonly due: EpochMs | null
}
