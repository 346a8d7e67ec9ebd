import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** How the watch itself fares, counted over its last minute. A poll is one turn of one endpoint of one pod. */
export type PollHealth = {
  /** When this was counted. */
  readonly at: EpochMs
  /** When the watch began: about as old as its worker. */
  readonly since: EpochMs
  /** Over how long the counts below go; less than a minute in the first one. */
  readonly span: DurationMs
  /** Polls that began. */
  readonly polls: number
  /** How late polls began after they were due: the median and the worst. Up to half a second is the watch's own pace. */
  readonly lateUsually: DurationMs
  readonly lateAtWorst: DurationMs
  /** Polls that did not take place because the one before began a whole interval late. */
  readonly dropped: number
  /** The same since the watch began. */
  readonly droppedEver: number
  /** Polls that are due now and wait for a place. */
  readonly waiting: number
  /** By how much the latest turn of the watch came late; of a computer that slept nothing is counted. */
  readonly turnsLate: DurationMs
}
