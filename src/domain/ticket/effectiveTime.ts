import type { EpochMs } from '#src/domain/time/units.ts'
import type { LoggedEvent } from './ticketEvent.ts'

/**
 * When an event counts. A writer's clock is believed where it can be true: nothing happens after the engine heard of
 * it, and nothing happens to a ticket before it was opened.
 */
export const effectiveTime = ({ at, srv = at }: LoggedEvent, openedAt: EpochMs): EpochMs =>
  Math.max(openedAt, Math.min(at, srv))
