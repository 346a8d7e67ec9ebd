import type { EpochMs } from '#src/domain/time/units.ts'

/** One HTTP answer of a version endpoint. Header names are lower case; CORS hides most of them. */
export type VersionAnswer = {
  readonly status: number
  readonly contentType: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What is running. Every part may be missing; a reading with no part at all is never made. */
export type VersionReading = {
  readonly version: string | null
  readonly commit: string | null
  readonly builtAt: EpochMs | null
  /** Language and its version, e.g. `go1.19.8`, `node v20.20.2`, `java 21.0.2`. */
  readonly runtime: string | null
  readonly startedAt: EpochMs | null
  /** Where it was read: `actuator info`, `build info`, `header x-influxdb-version`, `prometheus_build_info`. */
  readonly from: string
}
