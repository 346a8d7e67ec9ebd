import type { Track } from '#src/domain/slope/testing/noise.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { MetricLines } from './story.ts'

/** What a service's connections to its database are like. */
export type PoolPlan = {
  readonly name: string
  readonly size: number
  /** How many are in use. */
  readonly inUse: Track
  /** How many callers begin to wait for one each second, and how long each of them waits, in seconds. */
  readonly waitsPerSecond?: Track
  readonly waitSeconds?: Track
}

/** Counts as `sql.DBStats` does, under the names of client_golang's DBStats collector. */
export type PoolMeter = {
  /** As it stands at `t`, after so many seconds more. */
  readonly stats: (t: EpochMs, elapsed: number) => MetricLines
  /** The process was started anew. */
  readonly reset: () => void
}

/** A meter for a pool that is as the plan says; it opens connections as they are needed. To be asked in order of time. */
export function poolMeter({ name, size, inUse, waitsPerSecond, waitSeconds }: PoolPlan): PoolMeter {
  const of = (metric: string): string => `go_sql_${metric}{db_name="${name}"}`
  let [waits, waited] = [0, 0]
  return {
    stats(t, elapsed) {
      const begun = (waitsPerSecond?.(t) ?? 0) * elapsed
      waits += begun
      waited += begun * (waitSeconds?.(t) ?? 0)
      const used = Math.min(size, Math.round(inUse(t)))
      return {
        [of('max_open_connections')]: size,
        [of('in_use_connections')]: used,
        [of('idle_connections')]: Math.min(2, size - used),
        [of('wait_count_total')]: Math.floor(waits),
        [of('wait_duration_seconds_total')]: waited,
      }
    },
    reset() {
      ;[waits, waited] = [0, 0]
    },
  }
}
