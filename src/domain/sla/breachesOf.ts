import type { EpochMs } from '#src/domain/time/units.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { ClockName } from './clockFace.ts'
import { type ClockRun, clockRun } from './clockRun.ts'
import { dueOf } from './dueOf.ts'
import type { Priority } from './priority.ts'

/** A limit that was broken, whatever became of it. */
export type Breach = {
  readonly clock: ClockName
  readonly at: EpochMs
  /** The one whose limit it was. */
  readonly priority: Priority
  /** It was past the limit the moment its priority or policy was changed: `at` is that moment, never earlier. */
  readonly byRequalification: boolean
}

/**
 * The limits that one run has broken until `now`, in order. Between two changes a limit is broken by time, or at once by
 * the change itself. What is late and stays late is no new breach, nor is what comes back to a priority whose limit was
 * broken before.
 */
export function breachesOfRun(run: ClockRun, clock: ClockName, now: EpochMs): readonly Breach[] {
  const found: Breach[] = []
  const end = run.end ?? now
  let wasLate = false
  for (const [i, { from, priority, calendar, target }] of run.promises.entries()) {
    const due = dueOf(run, calendar, target)
    const isLate = from <= now && due < Math.min(end, run.promises[i + 1]?.from ?? Infinity)
    const atOnce = i > 0 && due < from
    const isNew = !atOnce || (!wasLate && found.every((breach) => breach.priority !== priority))
    if (isLate && isNew) {
      found.push({ clock, at: atOnce ? from : due, priority, byRequalification: atOnce })
    }
    wasLate = isLate
  }
  return found
}

const CLOCKS: readonly ClockName[] = ['tta', 'trs']

/**
 * All limits that a ticket has broken until `now`, in all of its cycles and by both of its clocks, in order of time. It
 * follows from the ticket alone: what was found at an earlier `now` is found at a later one, and lowering the priority
 * takes none back (tickets, R6 and R7). While a clock is paused no time breaks a limit; raising the priority may.
 */
export const breachesOf = (ticket: Ticket, now: EpochMs): readonly Breach[] =>
  ticket.cycles
    .flatMap((_, index) =>
      CLOCKS.flatMap((clock) => breachesOfRun(clockRun(ticket, clock, index), clock, now)),
    )
    .toSorted((a, b) => a.at - b.at)
