import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { breachesOf } from '#src/domain/sla/breachesOf.ts'
import { type RunFigures, runFigures } from './runFigures.ts'
import { spreadOf } from './spreadOf.ts'
import type { Compliance, TicketFigures } from './ticketStatistics.ts'

/** What one ticket adds to every line that it belongs to: worked out once. */
export type TicketShare = {
  /** Its runs that have ended. */
  readonly runs: readonly RunFigures[]
  readonly wasRestored: boolean
  readonly cameBack: boolean
  /** Null for one that is not. */
  readonly open: { readonly since: EpochMs; readonly breached: boolean } | null
}

/** What a ticket adds to the figures, as of `now`. */
export function shareOf(ticket: Ticket, now: EpochMs): TicketShare {
  const { cycles, openedAt, resolution } = ticket
  const runs = cycles.map((_, index) => runFigures(ticket, index)).filter((run) => run !== null)
  const cameBack = cycles.length > 1 || cycles.some(({ reopens }) => reopens > 0)
  return {
    runs,
    wasRestored: runs.length > 0 || cameBack,
    cameBack,
    open: resolution === null ? { since: openedAt, breached: breachesOf(ticket, now).length > 0 } : null,
  }
}

function complianceOf(outcomes: readonly RunFigures['ttaOutcome'][]): Compliance {
  const count = (outcome: RunFigures['ttaOutcome']): number =>
    outcomes.filter((each) => each === outcome).length
  const kept = count('kept')
  return { kept, of: kept + count('missed'), byRequalification: count('late-by-change') }
}

function openOf(shares: readonly TicketShare[]): TicketFigures['open'] {
  const open = shares.map((share) => share.open).filter((each) => each !== null)
  let oldest: EpochMs | null = null
  for (const { since } of open) oldest = oldest === null ? since : Math.min(oldest, since)
  return { n: open.length, oldest, breached: open.filter(({ breached }) => breached).length }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** The figures of some tickets (tickets, R13), in whatever order they are. */
export function figuresOf(shares: readonly TicketShare[]): TicketFigures {
  const runs = shares.flatMap((share) => share.runs)
  const acknowledged = runs.map(({ tta }) => tta).filter((tta) => tta !== null)
  return {
    n: shares.length,
    tta: spreadOf(acknowledged),
    trsNet: spreadOf(runs.map(({ trsNet }) => trsNet)),
    trsGross: spreadOf(runs.map(({ trsGross }) => trsGross)),
    ttaKept: complianceOf(runs.map(({ ttaOutcome }) => ttaOutcome)),
    trsKept: complianceOf(runs.map(({ trsOutcome }) => trsOutcome)),
    neverAcknowledged: runs.length - acknowledged.length,
    reopened: {
      n: shares.filter(({ cameBack }) => cameBack).length,
      of: shares.filter(({ wasRestored }) => wasRestored).length,
    },
    breaches: {
      byTime: sum(runs.map(({ breaches }) => breaches.byTime)),
      byRequalification: sum(runs.map(({ breaches }) => breaches.byRequalification)),
    },
    open: openOf(shares),
  }
}
