import type { SignalReadings } from '#src/domain/signals/signalReading.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'

/** A start of a pod's process, and the version that its first page told; null where it told none. */
export type PastStart = { readonly at: EpochMs; readonly version: string | null }

/** Gathers the starts of one pod's process from scrape to scrape. */
export type StartTrail = {
  /**
   * `took`: how long the scrape took; a start that is told as an uptime wanders by that. `versionOf` reads the version off
   * the scrape, and is asked only where it shows a start.
   */
  note(found: Pick<SignalReadings, 'startedAt'>, took: DurationMs, versionOf: () => string | null): void
  /** Every start once, oldest first. */
  starts(): readonly PastStart[]
}

/** The same process, to the second or so: uptimes in whole seconds, boot times that NTP corrects. */
const SAME: DurationMs = seconds(2)

/**
 * A trail without a start. One that is later than the last by more than two seconds is a restart; an earlier one is
 * another process behind the same address, and no start of this one.
 */
export function startTrail(): StartTrail {
  const starts: PastStart[] = []
  return {
    note({ startedAt }, took, versionOf) {
      if (startedAt === null) return
      const last = starts.at(-1)
      if (last !== undefined && startedAt <= last.at + SAME + took) return
      starts.push({ at: startedAt, version: versionOf() })
    },
    starts: () => starts,
  }
}
