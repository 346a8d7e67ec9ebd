import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Result } from '#src/domain/result.ts'
import type { Scrape } from '#src/domain/signals/signalReading.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'

/** What one endpoint of one pod answered: a reading, or a named failure. */
export type Answer =
  | { readonly endpoint: 'health'; readonly result: Result<HealthReading, ProbeFailure> }
  | { readonly endpoint: 'ready'; readonly result: Result<HealthReading, ProbeFailure> }
  | { readonly endpoint: 'metrics'; readonly result: Result<Scrape, ProbeFailure> }
  | { readonly endpoint: 'version'; readonly result: Result<VersionReading, ProbeFailure> }

/** One probe that ended. */
export type ProbeEnded = Answer & {
  readonly kind: 'probe'
  readonly service: string
  readonly pod: string
  /** When it was asked. */
  readonly at: EpochMs
  readonly took: DurationMs
  /** How long it counts as the present. */
  readonly freshFor: DurationMs
}

/** The browser's own link: offline, or its home (the server of the page and the fleet file) does not answer. */
export type LinkChanged = {
  readonly kind: 'link'
  readonly state: 'up' | 'offline' | 'home-unreachable'
  readonly at: EpochMs
}

/** Everything that the fold can be told. Time passing is not an observation: it is the `now` of the digest. */
export type Observation = ProbeEnded | LinkChanged
