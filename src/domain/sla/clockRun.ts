import type { EpochMs } from '#src/domain/time/units.ts'
import type { Cycle, Ticket } from '#src/domain/ticket/ticket.ts'
import { isUnderstood } from '#src/domain/ticket/ticketEvent.ts'
import type { ClockName } from './clockFace.ts'
import { type Promised, promisesOf } from './promisesOf.ts'

/** From a moment to another one, that is not part of it. */
export type Stretch = { readonly from: EpochMs; readonly to: EpochMs }

/** One run of one clock: what it has to go through and what it is held to. */
export type ClockRun = {
  readonly start: EpochMs
  /** When it was stopped for good; null while it is not. */
  readonly end: EpochMs | null
  /** In which it stands still: in order, without overlap. The last may be endless. */
  readonly stops: readonly Stretch[]
  /** In which it goes: between the stops, the last endless unless a stop is; also after `end`. */
  readonly legs: readonly Stretch[]
  /** In order; the first is the one in force when it began. */
  readonly promises: readonly [Promised, ...Promised[]]
}

/** Nothing runs on in a ticket that has gone into another one. */
function mergedAt({ mergedInto, timeline }: Ticket): EpochMs | null {
  if (mergedInto === null) return null
  const last = timeline.findLast(({ event }) => isUnderstood(event) && event.kind === 'merged_into')
  return last?.at ?? null
}

const endOf = (clock: ClockName, { ackAt, restoredAt }: Cycle): EpochMs | null =>
  clock === 'tta' ? (ackAt ?? restoredAt) : restoredAt

/** Pauses of two people overlap: the clock stands still in any of them. */
function union(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last === undefined || last.to < stretch.from) found.push(stretch)
    else found[found.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) }
  }
  return found
}

/** What was well in between is held against nobody; only the time to restore is paused. */
function stopsOf(clock: ClockName, { start, pauses, wellAgain }: Cycle): readonly Stretch[] {
  const paused = pauses.map(({ from, to, until }) => ({
    from,
    to: Math.min(to ?? Infinity, until ?? Infinity),
  }))
  const stops = (clock === 'tta' ? wellAgain : [...wellAgain, ...paused])
    .map(({ from, to }) => ({ from: Math.max(start, from), to }))
    .filter(({ from, to }) => from < to)
  return union(stops)
}

function legsBetween(stops: readonly Stretch[], start: EpochMs): readonly Stretch[] {
  const begins = [start, ...stops.map(({ to }) => to)]
  return begins
    .map((from, i) => ({ from, to: stops[i]?.from ?? Infinity }))
    .filter(({ from, to }) => from < to)
}

/**
 * What counts for a run: what was in force when it began, and what came before `before`. Whoever acknowledges is judged
 * by what was promised until then, also where the same act changed it.
 */
function promisesWithin(
  [first, ...later]: readonly [Promised, ...Promised[]],
  start: EpochMs,
  before: EpochMs,
): readonly [Promised, ...Promised[]] {
  const atStart = later.findLast(({ from }) => from <= start && from < before) ?? first
  return [atStart, ...later.filter(({ from }) => from > start && from < before)]
}

/**
 * The run of a ticket's clock in one of its cycles (the last is the present). The time to acknowledge never pauses; a
 * cycle that ended without an acknowledgement ends it too. The time to restore is judged by all that was promised until
 * the next cycle began. What was well until it came back counts for neither (tickets, R2, R5, R6 and R8).
 */
export function clockRun(ticket: Ticket, clock: ClockName, index: number): ClockRun {
  const cycle = ticket.cycles[index] ?? {
    start: ticket.openedAt,
    ackAt: null,
    restoredAt: null,
    pauses: [],
    wellAgain: [],
    reopens: 0,
  }
  const next = ticket.cycles[index + 1]?.start ?? null
  const end = endOf(clock, cycle) ?? next ?? mergedAt(ticket)
  const stops = stopsOf(clock, cycle)
  const before = (clock === 'tta' ? end : next) ?? Infinity
  return {
    start: cycle.start,
    end,
    stops,
    legs: legsBetween(stops, cycle.start),
    promises: promisesWithin(promisesOf(ticket, clock), cycle.start, before),
  }
}
