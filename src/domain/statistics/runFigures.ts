import { breachesOfRun } from '#src/domain/sla/breachesOf.ts'
import type { ClockName } from '#src/domain/sla/clockFace.ts'
import { clockRun } from '#src/domain/sla/clockRun.ts'
import { spentAt } from '#src/domain/sla/spentAt.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** What became of a promise. `late-by-change`: the priority was raised when the limit was past already. */
type Outcome = 'kept' | 'missed' | 'late-by-change' | 'not-judged'

/** One run of a ticket's clocks that has ended. */
export type RunFigures = {
  /** Null: it was well again before anybody acknowledged it. */
  readonly tta: DurationMs | null
  readonly trsNet: DurationMs
  readonly trsGross: DurationMs
  readonly ttaOutcome: Outcome
  readonly trsOutcome: Outcome
  readonly breaches: { readonly byTime: number; readonly byRequalification: number }
}

type Clocked = {
  readonly spent: DurationMs
  readonly outcome: Outcome
  readonly byTime: number
  readonly byRequalification: number
}

function outcomeOf(byTime: number, byRequalification: number): Outcome {
  if (byTime > 0) return 'missed'
  return byRequalification > 0 ? 'late-by-change' : 'kept'
}

function clocked(ticket: Ticket, clock: ClockName, index: number, end: EpochMs): Clocked {
  const run = clockRun(ticket, clock, index)
  const { calendar } = run.promises.at(-1) ?? run.promises[0]
  const breaches = breachesOfRun(run, clock, end)
  const byRequalification = breaches.filter((breach) => breach.byRequalification).length
  const byTime = breaches.length - byRequalification
  return {
    spent: spentAt(run, calendar, run.end ?? end),
    outcome: outcomeOf(byTime, byRequalification),
    byTime,
    byRequalification,
  }
}

/**
 * What one run of a ticket's clocks comes to, by its place among them; null while it is not restored. Durations are as
 * the ticket's clocks show them (`slaClocks`), but `trsGross`, which is by the clock on the wall. A run that was well again
 * before anybody acknowledged it has no time to acknowledge (tickets, R13), and its promise is judged only if it was
 * broken by then: nobody kept it.
 */
export function runFigures(ticket: Ticket, index: number): RunFigures | null {
  const cycle = ticket.cycles[index]
  if (cycle === undefined || cycle.restoredAt === null) return null
  const { start, ackAt, restoredAt } = cycle
  const tta = clocked(ticket, 'tta', index, restoredAt)
  const trs = clocked(ticket, 'trs', index, restoredAt)
  const isUnanswered = ackAt === null && tta.outcome === 'kept'
  return {
    tta: ackAt === null ? null : tta.spent,
    trsNet: trs.spent,
    trsGross: Math.max(0, restoredAt - start),
    ttaOutcome: isUnanswered ? 'not-judged' : tta.outcome,
    trsOutcome: trs.outcome,
    breaches: {
      byTime: tta.byTime + trs.byTime,
      byRequalification: tta.byRequalification + trs.byRequalification,
    },
  }
}
