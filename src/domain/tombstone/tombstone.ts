import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { SignalReading } from '#src/domain/signals/signalReading.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'

/** What is kept of a pod that is gone: that the fleet names no more, or that does not answer any more. */
export type Tombstone = {
  readonly service: string
  readonly pod: string
  /** Its own address, to be read. */
  readonly url: string
  /** `removed`: the fleet file names it no more. `silent`: it is named, and does not answer. */
  readonly why: 'removed' | 'silent'
  /** When its last reading was taken; null where nothing was ever read of it. */
  readonly lastSeen: EpochMs | null
  /** When it was first missed. */
  readonly missedAt: EpochMs
  readonly version: VersionReading | null
  readonly startedAt: EpochMs | null
  /** Its last health answer that could be read, the logs that it carried included. */
  readonly health: HealthReading | null
  readonly signals: readonly SignalReading[]
}
