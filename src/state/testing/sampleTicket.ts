import type { ClockFace, ClockName } from '#src/domain/sla/clockFace.ts'
import { plainFace, plainRow } from '#src/domain/ticket/testing/plainRow.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { type DurationMs, hours, minutes } from '#src/domain/time/units.ts'
import type { Desk } from '#src/state/boardStore.ts'
import { NOW } from './sampleRow.ts'

/** A clock that runs by day and night and is due in so long. */
function sampleFace(clock: ClockName, target: DurationMs, dueIn: DurationMs): ClockFace {
  const due = NOW + dueIn
  return plainFace(clock, NOW, { target, spent: target - dueIn, due, atRiskAt: due - target / 4 })
}

/** A new P2 that began a minute ago; its code is made of its id. */
export const sampleTicket = (id: string, own: Partial<TicketRow> = {}): TicketRow =>
  plainRow(id, NOW - minutes(1), {
    code: `T-${id.toUpperCase().padStart(5, '0')}`,
    tta: sampleFace('tta', minutes(15), minutes(14)),
    trs: sampleFace('trs', hours(4), hours(4) - minutes(1)),
    ...own,
  })

/** A desk whose log is kept in the browser. */
export const sampleDesk = (own: Partial<Desk> = {}): Desk => ({
  board: 'run',
  log: {
    kind: 'embedded',
    online: true,
    pending: 0,
    lastSyncAt: null,
    skew: null,
    user: null,
    readOnly: false,
    automatic: true,
    fault: null,
    skipped: 0,
  },
  offset: 0,
  alertmanager: null,
  automatic: true,
  duty: null,
  people: ['Anna', 'Boris'],
  projects: ['payments', 'storage'],
  hypercare: [],
  known: 0,
  ...own,
})
