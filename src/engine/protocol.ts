import type { FleetStrip, ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { FleetIssue } from '#src/domain/fleet/fleetIssue.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { SignalReading } from '#src/domain/signals/signalReading.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { BadAnswer } from '#src/domain/verdict/podFacts.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'

/**
 * The number of this protocol. Goes up whenever the shape of a message, a row, a strip or a reason changes: pages
 * and workers of different builds share a poller, and a saved digest is read, only where this number is the same.
 */
export const PROTOCOL = 2

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
  /** The newest answer of health that was bad, to be laid beside the good ones; null where none was. */
  readonly lastBad?: BadAnswer | null
}

export type ServiceDetail = {
  readonly name: string
  /** Until when what is told of the service stays true without another word; −∞ while nothing was. */
  readonly holdsUntil: EpochMs
  readonly pods: readonly PodDetail[]
}

/** Sent by the watch's own turns, about once a second: whatever else a worker answers, it proves no polling. */
export type Beat = {
  readonly kind: 'beat'
  /** When the watch last completed a turn. */
  readonly at: EpochMs
  /** Until when all rows that show a colour stay true without another word; null while none was told. */
  readonly holdsUntil: EpochMs | null
  /** What broke off a turn or an answer within the last minute: a fault of this program. */
  readonly fault: string | null
}

/** Page → worker. */
export type ToWorker =
  | { readonly kind: 'hello'; readonly fleetUrl: string }
  | { readonly kind: 'detail'; readonly id: number; readonly service: string }
  /** A sign of life, in answer to beats: a page that gives none for a minute is sent nothing more. */
  | { readonly kind: 'heard' }
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
  | Beat
