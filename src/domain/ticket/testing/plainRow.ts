import type { ClockFace, ClockName } from '#src/domain/sla/clockFace.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { type EpochMs, hours, minutes } from '#src/domain/time/units.ts'

/** For tests: a clock that runs by day and night and has just begun; 15 min were agreed for TTA, 4 h for TRS. */
export const plainFace = (clock: ClockName, asOf: EpochMs, own: Partial<ClockFace> = {}): ClockFace => ({
  clock,
  state: 'running',
  target: clock === 'tta' ? minutes(15) : hours(4),
  spent: 0,
  asOf,
  holdsUntil: Number.POSITIVE_INFINITY,
  due: null,
  atRiskAt: null,
  breachedAt: null,
  timeZone: null,
  ...own,
})

/** For tests: a new P2 of `orders` that nobody has touched; its code is made of its id. */
export const plainRow = (id: string, openedAt: EpochMs, own: Partial<TicketRow> = {}): TicketRow => ({
  id,
  code: `T-${id.toUpperCase()}`,
  title: `${id} does not answer`,
  service: 'orders',
  project: null,
  source: 'check',
  priority: 2,
  state: 'new',
  assignee: null,
  ack: null,
  coResponders: [],
  silencedBy: null,
  openedAt,
  detectedAt: openedAt,
  resolvedAt: null,
  restoredAt: null,
  tta: plainFace('tta', openedAt),
  trs: plainFace('trs', openedAt),
  breaches: [],
  restoring: null,
  signalUnknown: false,
  flapping: null,
  affected: [],
  hypercare: null,
  needsFreshLook: false,
  crossedBy: null,
  requalifiedAt: null,
  recurrenceOf: null,
  mergedInto: null,
  links: [],
  sending: 'sent',
  ...own,
})
