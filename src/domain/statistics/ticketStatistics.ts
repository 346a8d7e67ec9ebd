import type { Priority } from '#src/domain/sla/priority.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** How long something took, each time it was done: nearest rank. Null where too few say so. */
export type Spread = {
  readonly n: number
  readonly median: DurationMs | null
  readonly mean: DurationMs | null
  /** Null below ten. */
  readonly p90: DurationMs | null
  /** Null below twenty. */
  readonly p95: DurationMs | null
  readonly longest: DurationMs | null
}

/** How many of how many. */
export type Share = { readonly n: number; readonly of: number }

/** How often what was promised was kept, of the times that the team could have kept it. */
export type Compliance = {
  readonly kept: number
  readonly of: number
  /** Left out of both: the priority was raised when its limit was past already. Together: by the final priority. */
  readonly byRequalification: number
}

/**
 * The figures of some tickets: those of a priority, a project or a month. The team's, never a person's. A ticket that was
 * closed and opened again much later has run twice, and each run that has ended counts: so the times of all spreads may
 * be more than the tickets are, and `tta.n + neverAcknowledged` is `trsNet.n`.
 */
export type TicketFigures = {
  /** Tickets that were opened, the open ones too, without those merged away, false positives and drills. */
  readonly n: number
  /** As the clock of the ticket counts: of its calendar's working time, where it goes by one. */
  readonly tta: Spread
  /** From opened to restored as the clock counts it: without pauses and what was well in between … */
  readonly trsNet: Spread
  /** … and by the clock on the wall, with all of that. */
  readonly trsGross: Spread
  readonly ttaKept: Compliance
  readonly trsKept: Compliance
  /** Well again before anybody acknowledged it: it has no time to acknowledge. */
  readonly neverAcknowledged: number
  /** Of the tickets that were restored at least once, those that came back. */
  readonly reopened: Share
  /** Limits that ended runs have broken, by what did it: time, or a requalification. */
  readonly breaches: { readonly byTime: number; readonly byRequalification: number }
  /**
   * Beside the figures, never inside: those that are still open, since when the oldest, and how many of them are past a
   * limit already.
   */
  readonly open: { readonly n: number; readonly oldest: EpochMs | null; readonly breached: number }
}

/** One line of the table. `month`: `2026-11` in the zone that was asked for; null: of all. */
export type FiguresRow = {
  readonly month: string | null
  /** The one it had in the end; null: of all. */
  readonly priority: Priority | null
  /** Null: of all; in `byProject` of those without one. */
  readonly project: string | null
  readonly figures: TicketFigures
}

/** TTA and TRS of the team, by month, by priority and by project. */
export type TicketStatistics = {
  /** In which zone months begin: an IANA name. */
  readonly timeZone: string
  readonly asOf: EpochMs
  /** All months first, then the newest one; within each all priorities, then P1 to P5 as far as there are any. */
  readonly rows: readonly FiguresRow[]
  /** The same of each project, by name; those without one last. */
  readonly byProject: readonly FiguresRow[]
  /** Left out of all figures. */
  readonly excluded: { readonly merged: number; readonly falsePositives: number; readonly drills: number }
}
