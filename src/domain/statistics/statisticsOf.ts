import type { Priority } from '#src/domain/sla/priority.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { knownZone } from '#src/domain/time/knownZone.ts'
import { figuresOf, shareOf, type TicketShare } from './figuresOf.ts'
import { monthOf } from './monthOf.ts'
import type { FiguresRow, TicketStatistics } from './ticketStatistics.ts'

type Excluded = TicketStatistics['excluded']

/** Why a ticket is in no figure; null where it is. What was merged is counted in the ticket it went into. */
export function exclusionOf({ mergedInto, resolution }: Ticket): keyof Excluded | null {
  if (mergedInto !== null) return 'merged'
  if (resolution?.cause === 'false-positive') return 'falsePositives'
  return resolution?.cause === 'drill' ? 'drills' : null
}

type Counted = {
  readonly month: string
  readonly priority: Priority
  readonly project: string | null
  readonly share: TicketShare
}

/** Those that agree in something, by it. */
function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}

/** All priorities, then each that occurs, of one month or of all. */
function rowsOfMonth(
  all: readonly Counted[],
  { month, project }: Pick<FiguresRow, 'month' | 'project'>,
): readonly FiguresRow[] {
  const row = (priority: Priority | null, some: readonly Counted[]): FiguresRow => ({
    month,
    priority,
    project,
    figures: figuresOf(some.map(({ share }) => share)),
  })
  const byPriority = [...groupBy(all, ({ priority }) => priority)].toSorted(([a], [b]) => a - b)
  return [row(null, all), ...byPriority.map(([priority, some]) => row(priority, some))]
}

function rowsOf(all: readonly Counted[], project: string | null): readonly FiguresRow[] {
  if (all.length === 0) return []
  const months = [...groupBy(all, ({ month }) => month)].toSorted(([a], [b]) => (a < b ? 1 : -1))
  return [
    ...rowsOfMonth(all, { month: null, project }),
    ...months.flatMap(([month, some]) => rowsOfMonth(some, { month, project })),
  ]
}

/** By the code of their characters, so that every browser has the same order; null last. */
function byName([a]: readonly [string | null, unknown], [b]: readonly [string | null, unknown]): number {
  if (a === null || b === null) return a === b ? 0 : Number(a === null) - Number(b === null)
  return a < b ? -1 : 1
}

/**
 * TTA and TRS of the team as of `now`, by month of opening in a zone (an IANA name; UTC where it is not known), by final
 * priority and by project (tickets, R13). What was merged away, was no incident or a drill is counted apart, what is
 * still open stands beside. The order of the tickets changes nothing.
 */
export function statisticsOf(tickets: readonly Ticket[], timeZone: string, now: EpochMs): TicketStatistics {
  const zone = knownZone(timeZone)
  const excluded = { merged: 0, falsePositives: 0, drills: 0 }
  const counted: Counted[] = []
  for (const ticket of tickets) {
    const exclusion = exclusionOf(ticket)
    if (exclusion !== null) excluded[exclusion] += 1
    else {
      const { openedAt, priority, project } = ticket
      counted.push({ month: monthOf(openedAt, zone), priority, project, share: shareOf(ticket, now) })
    }
  }
  const projects = [...groupBy(counted, ({ project }) => project)].toSorted(byName)
  return {
    timeZone: zone,
    asOf: now,
    rows: rowsOf(counted, null),
    byProject: projects.flatMap(([project, some]) => rowsOf(some, project)),
    excluded,
  }
}
