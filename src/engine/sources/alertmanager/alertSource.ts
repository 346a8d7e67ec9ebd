import type { Alarm } from '#src/domain/alert/alarm.ts'
import type { AlertAcknowledgement } from '#src/domain/alert/acknowledgementsOf.ts'
import type { BookedSignal } from '#src/domain/alert/alertBook.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { Result } from '#src/domain/result.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { AlertmanagerState } from '#src/engine/deskProtocol.ts'
import type { ToldSilences } from './alertWatch.ts'

/** What a source of alerts needs to know beside the world. */
export type AlertSourceOptions = {
  /** The fleet as it is now. Which Alertmanager is asked, and how, is read from it at every turn. */
  readonly fleet: () => Fleet
  /** What the URLs of sources may be relative to. */
  readonly fleetUrl: string
  /** Value of the Authorization header for the fleet's Prometheus as it is now; null for none. Alertmanager gets none. */
  readonly authorization: () => string | null
}

/** What a silence that stands for an acknowledgement says: who, for which ticket. */
export type SilenceOrder = {
  readonly code: string
  /** The ticket's page. */
  readonly url: string
  readonly by: string
}

/** A signal of an open ticket: where it is an alert that is no longer told of, it is clear. */
export type ExpectedSignal = BookedSignal

/**
 * The alerts of the fleet's Alertmanager, polled. Nothing here throws or rejects. Every `now` is of the shared clock, if
 * there is one: what is posted is stamped by it, too.
 */
export type AlertSource = {
  /** To be called often (once a second): asks when that is due, one request at a time. */
  turn(now: EpochMs): void
  /**
   * Every alert that fires, cannot be seen, or ended within the last hour; and of `expected` those that Alertmanager
   * does not tell of: `clear` once it is sure of that, `unknown` until then. At most one a key. The same array as before
   * where nothing changed and `expected` is the same array.
   */
  alarms(now: EpochMs, expected: readonly ExpectedSignal[]): readonly Alarm[]
  /** Silences `ACK! …` that hold now, a row for each alert that they silence. The same array while nothing changed. */
  acknowledgements(): readonly AlertAcknowledgement[]
  /** All silences that hold or will; null where the fleet names no Alertmanager. */
  silences(): ToldSilences | null
  /** Silences the alert of that key for the time that the fleet file names; the id of the silence, or why not. */
  silence(key: string, order: SilenceOrder): Promise<Result<string, string>>
  /** Ends a silence by its id within two seconds; null too where there is none any more. */
  expire(silence: string): Promise<Result<null, string>>
  /** Null where the fleet names no Alertmanager. */
  state(): AlertmanagerState | null
  /**
   * Episodes that began and ended between two moments, oldest first, as the fleet's Prometheus remembers them: to be
   * given to the automation once. Several may have the same key. Meanwhile nothing that is only expected is clear.
   */
  backfill(from: EpochMs, to: EpochMs): Promise<Result<readonly Alarm[], string>>
  /** Ends what is under way, and all that would come after. */
  stop(): void
}
