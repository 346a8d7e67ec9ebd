import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { TicketFigures } from '#src/domain/statistics/ticketStatistics.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** How one service was in a week, as far as it was seen. */
export type WeekService = {
  readonly name: string
  /** How long its light was seen at all; grey and gaps are in none of these. */
  readonly seenFor: DurationMs
  readonly greenFor: DurationMs
  readonly orangeFor: DurationMs
  readonly redFor: DurationMs
  /** Share of the seen time in which it was not red, 0 to 1; null where it was seen for less than an hour. */
  readonly available: number | null
  readonly redSpells: number
  /** Deploys that somebody watched, those that the service went red after, and those that were only found later. */
  readonly deploys: number
  readonly failedDeploys: number
  readonly unseenDeploys: number
}

/**
 * A drift that was told, and what became of it. `caught`: it was seen to end before its limit. `reached`: the limit came
 * first. `standing`: it was there when its service was last seen. `unseen`: it ended while nobody watched, so that nobody
 * knows how.
 */
export type WeekDrift = {
  readonly service: string
  /** As it was said at `from`, which is when it was first told: a clock time in it counts from there. */
  readonly text: string
  readonly from: EpochMs
  readonly outcome: 'caught' | 'reached' | 'standing' | 'unseen'
}

/** What the worker knows of a fleet's week. */
export type WeekSeen = SeenSpan & {
  /** When anybody watched. */
  readonly watched: readonly SeenSpan[]
  /** Worst first: least available, then by name. */
  readonly services: readonly WeekService[]
  readonly drifts: readonly WeekDrift[]
}

/** The tickets of a week: those opened or restored in it. */
export type WeekTickets = {
  /** The spreads are of what was restored within the week, whenever it was opened. */
  readonly figures: TicketFigures
  /** Limits that were broken within the week, those of tickets that are still open or were opened before it, too. */
  readonly breaches: TicketFigures['breaches']
  readonly excluded: { readonly merged: number; readonly falsePositives: number; readonly drills: number }
}
