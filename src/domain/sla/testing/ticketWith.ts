import type { Priority } from '#src/domain/sla/priority.ts'
import type { Cycle, Pause, PriorityChange, Ticket } from '#src/domain/ticket/ticket.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { defaultPolicy } from '#src/domain/sla/defaultPolicy.ts'

/** For tests: a pause as it is told to nobody else. */
export const pause = (from: EpochMs, to: EpochMs | null, until: EpochMs | null = null): Pause => ({
  from,
  to,
  until,
  reason: 'third-party',
  by: 'anna',
})

/** For tests: a cycle in which nothing has happened, but for what is given. */
export const cycle = (start: EpochMs, given: Partial<Cycle> = {}): Cycle => ({
  start,
  ackAt: null,
  restoredAt: null,
  pauses: [],
  wellAgain: [],
  reopens: 0,
  ...given,
})

/** For tests: priorities by the time from which on they hold; the first is that of opening. */
export const priorities = (...all: readonly (readonly [EpochMs, Priority])[]): readonly PriorityChange[] =>
  all.map(([at, to], i) => ({
    at,
    to,
    from: all[i - 1]?.[1] ?? null,
    by: 'anna',
    reason: '',
    eventId: `e${i}`,
  }))

/** For tests: a ticket of the usual policy in Paris, made by hand: only what its clocks look at. */
export function ticketWith(given: Pick<Ticket, 'priorities' | 'cycles'> & Partial<Ticket>): Ticket {
  const openedAt = given.cycles[0]?.start ?? 0
  return {
    id: 't1',
    code: 'T-00001',
    title: 'orders: all pods failing',
    description: '',
    service: 'orders',
    project: null,
    source: 'check',
    dedupKey: 'check|orders',
    episode: 0,
    why: '',
    priority: given.priorities.at(-1)?.to ?? 3,
    policy: defaultPolicy('Europe/Paris'),
    openedAt,
    detectedAt: openedAt,
    state: 'new',
    ack: null,
    coResponders: [],
    silencedBy: null,
    assignee: null,
    signals: [],
    wellSince: null,
    flapping: null,
    resolution: null,
    mergedInto: null,
    merged: [],
    recurrenceOf: null,
    needsFreshLook: false,
    crossedBy: null,
    links: [],
    whys: [],
    postmortem: null,
    evidence: null,
    timeline: [],
    foreign: 0,
    lastEvent: 'e0',
    ...given,
  }
}
