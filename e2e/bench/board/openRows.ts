import type { ClockFace, ClockName } from '#src/domain/sla/clockFace.ts'
import { PRIORITIES } from '#src/domain/sla/priority.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { type DurationMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleTicket } from '#src/state/testing/sampleTicket.ts'

const PEOPLE = ['Anna', 'Boris', 'payments', null]

/** Every so-manieth has it: a night after which all kinds of things are said of tickets. */
const every = <T>(n: number, i: number, value: T): T | null => (i % n === 0 ? value : null)

/** A clock that runs and is due in so long; overdue where that is negative. */
const running = (
  clock: ClockName,
  target: DurationMs,
  dueIn: number,
  timeZone: string | null,
): ClockFace => ({
  clock,
  state: 'running',
  target,
  spent: target - dueIn,
  asOf: NOW,
  holdsUntil: Number.POSITIVE_INFINITY,
  due: NOW + dueIn,
  atRiskAt: NOW + dueIn - target / 4,
  breachedAt: dueIn < 0 ? NOW + dueIn : null,
  timeZone,
})

/**
 * An open ticket with both of its clocks running; each tenth is overdue, some are at risk. `round` moves its clocks a
 * little, so that another round is another order.
 */
export function openRow(i: number, round = 0): TicketRow {
  const due = seconds(((i * 7919 + round * 104_729) % 10_000) - 1000)
  const timeZone = every(3, i, 'Europe/London')
  return sampleTicket(`t${i}`, {
    title: `[service-${i % 50}] creating a user: POST /api/users: ${400 + (i % 100)}`,
    service: `service-${i % 50}`,
    priority: PRIORITIES[i % PRIORITIES.length] ?? 3,
    assignee: PEOPLE[i % PEOPLE.length] ?? null,
    openedAt: NOW - minutes(i),
    tta: running('tta', hours(1), due, timeZone),
    trs: running('trs', hours(4), due + hours(1), timeZone),
    flapping: every(11, i, 3),
    affected: i % 7 === 0 ? ['orders', 'payments'] : [],
    hypercare: every(13, i, 'checkout'),
    requalifiedAt: every(9, i, NOW - minutes(10)),
    restoring: every(17, i, { since: NOW - minutes(1), at: NOW + minutes(4) }),
    recurrenceOf: every(19, i, 'T-00000'),
  })
}

/** So many of them. */
export const openRows = (n: number, round = 0): readonly TicketRow[] =>
  Array.from({ length: n }, (_, i) => openRow(i, round))
