import type { Deploy } from '#src/domain/deploy/deploysOf.ts'
import type { JournalTurn } from '#src/domain/journal/journalStretch.ts'
import type { SaidReason } from '#src/domain/journal/verdictMoment.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** How a service stood for a while, as it was seen: what lies between two of them nobody saw. Also grey, which is no sight. */
export type NightStretch = SeenSpan & {
  readonly light: Light
  readonly turn: JournalTurn
  /** In the words of that time, worst first. */
  readonly reasons: readonly SaidReason[]
}

/**
 * A time in which a service was orange or red, from when that was first seen until it was seen well. Gaps lie within it, but
 * are never counted as trouble: what was not seen is not said.
 */
export type NightSpell = {
  /** The gravest that it was. */
  readonly light: 'orange' | 'red'
  readonly from: EpochMs
  /** It stood so already when it was first seen within the night, or after a gap: when it began is not known. */
  readonly isOlder: boolean
  /** When it was last seen in trouble, and when it was first seen well again; null: not so far. */
  readonly lastBadAt: EpochMs
  readonly wellAt: EpochMs | null
  /** How long it was seen in trouble; less than from `from` to `wellAt` where there are gaps. */
  readonly seenFor: DurationMs
  /** How long it was seen red. */
  readonly redFor: DurationMs
  /** Part of `[from, wellAt ?? lastBadAt]` was not seen: all durations are "at least". */
  readonly hasGap: boolean
  /** Of its gravest stretch, worst first. */
  readonly reasons: readonly SaidReason[]
}

/** A start of a pod with the version it had before. `learnedAt`: when this browser knew of it, which may be after a sign-off. */
export type NightRestart = {
  readonly pod: string
  readonly at: EpochMs
  readonly learnedAt: EpochMs
}

/**
 * How a service stood when a night began, seen at most ten minutes before; of one that is gone, how it was seen last. `since`:
 * back to the first time it was seen with that light and no other in between, also long before the night. `seenAt`: when that
 * was seen last, and not after the beginning.
 */
export type ThenSeen = {
  readonly light: Light
  readonly reasons: readonly SaidReason[]
  readonly since: EpochMs
  readonly seenAt: EpochMs
}

/** What is known of one service for a night. */
export type ServiceNight = {
  readonly name: string
  /** `gone`: the fleet names it no more. `new`: nothing is known of it from before the night, though somebody watched then. */
  readonly standing: 'known' | 'new' | 'gone'
  /** How it stood when the night began; null where that is not known. */
  readonly before: ThenSeen | null
  /** Oldest first. */
  readonly stretches: readonly NightStretch[]
  readonly spells: readonly NightSpell[]
  /**
   * When it could not be seen though somebody watched: it was grey. Oldest first, at most a hundred; times that only a gap of
   * the night parts are one, with the gap.
   */
  readonly unseen: readonly SeenSpan[]
  /** Those that began in the night, and those that became known in it. Oldest first. */
  readonly deploys: readonly Deploy[]
  readonly restarts: readonly NightRestart[]
}

/** The time since a sign-off, as far as anybody watched. */
export type Night = SeenSpan & {
  /** When this fleet was watched, by this browser or by the fleet's Prometheus. Oldest first. */
  readonly watched: readonly SeenSpan[]
  /** When nobody did: nothing may be said of it. At most 500. What the two leave out between them is too short to matter. */
  readonly gaps: readonly SeenSpan[]
  /** What of `watched` is known from the fleet's Prometheus only. Its health pages were not read: that is said. */
  readonly filled: readonly SeenSpan[]
  /** Whether Prometheus is still being asked; and why it could not be, where that failed. */
  readonly filling: boolean
  readonly fillFault: string | null
  /** Every service of the fleet, and every other that is known of the night, by name. */
  readonly services: readonly ServiceNight[]
}
