import { breachesOf } from '#src/domain/sla/breachesOf.ts'
import { figuresOf, shareOf, type TicketShare } from '#src/domain/statistics/figuresOf.ts'
import { runFigures } from '#src/domain/statistics/runFigures.ts'
import { exclusionOf } from '#src/domain/statistics/statisticsOf.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { WeekTickets } from './week.ts'

/** A week has its first moment and not its last: the next one begins with that. */
const isWithin = (at: EpochMs | null, { from, to }: SeenSpan): boolean => at !== null && at >= from && at < to

/** Opened, opened again or restored in it. */
const isOfWeek = ({ cycles }: Ticket, week: SeenSpan): boolean =>
  cycles.some(({ start, restoredAt }) => isWithin(start, week) || isWithin(restoredAt, week))

/** What a ticket adds to the week: of its runs those that ended in it. */
function shareOfWeek(ticket: Ticket, week: SeenSpan, now: EpochMs): TicketShare {
  const runs = ticket.cycles
    .map(({ restoredAt }, index) => (isWithin(restoredAt, week) ? runFigures(ticket, index) : null))
    .filter((run) => run !== null)
  return { ...shareOf(ticket, now), runs }
}

/** Limits that were broken within the week, of whichever ticket. */
function breachesWithin(tickets: readonly Ticket[], week: SeenSpan, now: EpochMs): WeekTickets['breaches'] {
  const broken = tickets.flatMap((ticket) => breachesOf(ticket, now)).filter(({ at }) => isWithin(at, week))
  const byRequalification = broken.filter((breach) => breach.byRequalification).length
  return { byTime: broken.length - byRequalification, byRequalification }
}

/**
 * The team's figures of a week, as of `now`: of tickets that were opened or restored from `week.from` on and before
 * `week.to`. Times are those of what was restored in it, so that no run counts in two weeks; whether a ticket is still open is as
 * of now. What was merged away, was no incident or a drill is counted apart. The order of the tickets changes nothing.
 */
export function weekTickets(tickets: readonly Ticket[], week: SeenSpan, now: EpochMs): WeekTickets {
  const excluded = { merged: 0, falsePositives: 0, drills: 0 }
  const counted = tickets.filter((ticket) => exclusionOf(ticket) === null)
  for (const ticket of tickets) {
    const exclusion = exclusionOf(ticket)
    if (exclusion !== null && isOfWeek(ticket, week)) excluded[exclusion] += 1
  }
  const shares = counted
    .filter((ticket) => isOfWeek(ticket, week))
    .map((ticket) => shareOfWeek(ticket, week, now))
  return { figures: figuresOf(shares), breaches: breachesWithin(counted, week, now), excluded }
}
