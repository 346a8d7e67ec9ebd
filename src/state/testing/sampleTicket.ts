import type { ClockFace, ClockName } from '#src/domain/sla/clockFace.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Desk } from '#src/state/boardStore.ts'
import { NOW } from './sampleRow.ts'

/** A clock that runs by day and night and is due in so long; 15 min were agreed for TTA, 4 h for TRS. */
function sampleFace(clock: ClockName, dueIn: number, own: Partial<ClockFace> = {}): ClockFace {
  const target = clock === 'tta' ? minutes(15) : hours(4)
  const due = NOW + dueIn
  return {
    clock,
    state: 'running',
    target,
    spent: target - dueIn,
    asOf: NOW,
    holdsUntil: Number.POSITIVE_INFINITY,
    due,
    atRiskAt: due - target / 4,
    breachedAt: dueIn < 0 ? due : null,
    timeZone: null,
    ...own,
  }
}

/** A new P2 that began a minute ago; its code is made of its id. */
export function sampleTicket(id: string, own: Partial<TicketRow> = {}): TicketRow {
  return {
    id,
    code: `T-${id.toUpperCase().padStart(5, '0')}`,
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
    openedAt: NOW - minutes(1),
    detectedAt: NOW - minutes(1),
    resolvedAt: null,
    restoredAt: null,
    tta: sampleFace('tta', minutes(14)),
    trs: sampleFace('trs', hours(4) - minutes(1)),
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
  }
}

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
