import type { Labels } from '#src/domain/exposition/exposition.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** An alert as Alertmanager's API v2 tells of it (`gettableAlert`). One that is resolved is not told of at all. */
export type Alert = {
  /** 16 hex digits that follow from the labels alone. */
  readonly fingerprint: string
  /** Whole: silences match them. */
  readonly labels: Labels
  /** Cut to what a screen takes. */
  readonly annotations: Labels
  /** May move: back where somebody else tells of an earlier start, on where it ended and began again unseen. */
  readonly startsAt: EpochMs
  /** Where it comes from; empty for nothing. */
  readonly generatorUrl: string
  /** Ids of the silences that hold it back. */
  readonly silencedBy: readonly string[]
  /** Whether another alert holds it back. */
  readonly inhibited: boolean
}

/** What was told of alerts. `leftOut`: how many were beyond the cap, or could not be read. */
export type Alerts = { readonly alerts: readonly Alert[]; readonly leftOut: number }
