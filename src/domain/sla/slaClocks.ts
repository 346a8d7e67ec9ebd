import { workingAt } from '#src/domain/calendar/workingAt.ts'
import type { Calendar } from '#src/domain/calendar/calendar.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { breachesOfRun } from './breachesOf.ts'
import type { ClockFace, ClockName } from './clockFace.ts'
import { type ClockRun, clockRun } from './clockRun.ts'
import { dueOf } from './dueOf.ts'
import { spentAt } from './spentAt.ts'

type Stand = Pick<ClockFace, 'state' | 'asOf' | 'holdsUntil'>

/** What a run does at a moment, since when and until when. */
function standAt({ start, end, stops, legs }: ClockRun, calendar: Calendar | null, now: EpochMs): Stand {
  if (end !== null) return { state: 'stopped', asOf: end, holdsUntil: Infinity }
  const at = Math.max(start, now)
  const stop = stops.find(({ from, to }) => from <= at && at < to)
  if (stop !== undefined) return { state: 'paused', asOf: stop.from, holdsUntil: stop.to }
  const leg = legs.find(({ from, to }) => from <= at && at < to)
  const { open, since, until } = workingAt(calendar, at)
  return {
    state: open ? 'running' : 'waiting',
    asOf: Math.max(leg?.from ?? start, since),
    holdsUntil: Math.min(leg?.to ?? Infinity, until),
  }
}

const finite = (at: EpochMs): EpochMs | null => (Number.isFinite(at) ? at : null)

function faceOf(ticket: Ticket, clock: ClockName, now: EpochMs): ClockFace {
  const run = clockRun(ticket, clock, ticket.cycles.length - 1)
  const { target, atRisk, calendar, timeZone } = run.promises.at(-1) ?? run.promises[0]
  const stand = standAt(run, calendar, now)
  const due = dueOf(run, calendar, target)
  const isPaused = stand.state === 'paused'
  return {
    clock,
    ...stand,
    target,
    spent: spentAt(run, calendar, stand.asOf),
    due: isPaused && due >= stand.asOf ? null : finite(due),
    atRiskAt: isPaused ? null : finite(dueOf(run, calendar, atRisk)),
    breachedAt: breachesOfRun(run, clock, now)[0]?.at ?? null,
    timeZone,
  }
}

/**
 * Both clocks of a ticket's present cycle at `now`, computed from nothing but the ticket: nobody stores a deadline
 * (tickets, R1). They are told as of the last moment at which their state changed, so a later `now` that is not after
 * `holdsUntil` gives the same, but for `breachedAt`, which comes with the breach. A ticket that was restored without an
 * acknowledgement has a time to acknowledge that ended with it: no figure, as nobody gave one.
 */
export const slaClocks = (
  ticket: Ticket,
  now: EpochMs,
): { readonly tta: ClockFace; readonly trs: ClockFace } => ({
  tta: faceOf(ticket, 'tta', now),
  trs: faceOf(ticket, 'trs', now),
})
