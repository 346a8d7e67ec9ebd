import type { FleetStrip, ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { FleetIssue } from '#src/domain/fleet/fleetIssue.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { SignalReading } from '#src/domain/signals/signalReading.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'

/** Where the fleet file stands: it may be missing or faulty while the last good one stays in use. */
export type FleetFileState =
  | { readonly kind: 'loading'; readonly url: string }
  | { readonly kind: 'good'; readonly url: string; readonly readAt: EpochMs }
  | {
      readonly kind: 'unreachable'
      readonly url: string
      readonly detail: string
      readonly since: EpochMs
      /** True while an earlier good file is still being watched. */
      readonly lastGoodInUse: boolean
    }
  | {
      readonly kind: 'invalid'
      readonly url: string
      readonly issues: readonly FleetIssue[]
      readonly since: EpochMs
      readonly lastGoodInUse: boolean
    }

/** What one endpoint of one pod last answered. */
export type EndpointDetail = {
  readonly endpoint: 'health' | 'ready' | 'metrics' | 'version'
  /** The path in use; null while it is still being looked for. */
  readonly path: string | null
  readonly at: EpochMs | null
  readonly took: DurationMs | null
  readonly failure: ProbeFailure | null
  readonly nextAt: EpochMs | null
}

/** Everything the worker knows of one pod, for the panel behind a row. */
export type PodDetail = {
  readonly name: string
  readonly url: string
  readonly endpoints: readonly EndpointDetail[]
  readonly health: HealthReading | null
  readonly version: VersionReading | null
  readonly signals: readonly SignalReading[]
  readonly startedAt: EpochMs | null
  /** The newest raw probe results of health, oldest first: what damping hides stays visible. */
  readonly recent: readonly { readonly at: EpochMs; readonly good: boolean }[]
}

export type ServiceDetail = { readonly name: string; readonly pods: readonly PodDetail[] }

/** Page → worker. */
export type ToWorker =
  | { readonly kind: 'hello'; readonly fleetUrl: string }
  | { readonly kind: 'detail'; readonly id: number; readonly service: string }
  | { readonly kind: 'bye' }

/** Worker → page. A digest message holds only the rows that changed, unless `full`. */
export type ToPage =
  | {
      readonly kind: 'digest'
      readonly full: boolean
      readonly rows: readonly ServiceRow[]
      readonly gone: readonly string[]
      readonly strip: FleetStrip
    }
  | { readonly kind: 'fleet-file'; readonly state: FleetFileState }
  | { readonly kind: 'detail'; readonly id: number; readonly detail: ServiceDetail | null }
