import type { FleetStrip, ServiceRow, Spark } from '#src/domain/digest/digestRow.ts'
import type { SlopeExplained } from '#src/domain/drift/explainSlope.ts'
import type { FleetIssue } from '#src/domain/fleet/fleetIssue.ts'
import type { FleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Result } from '#src/domain/result.ts'
import type { SealRefusal } from '#src/domain/series/seal.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { SignalReading } from '#src/domain/signals/signalReading.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Imported } from '#src/engine/history/historyFile.ts'
import type { PollHealth } from '#src/domain/wall/pollHealth.ts'
import type { HistoryState } from '#src/engine/history/historyState.ts'
import type { BehindService } from '#src/engine/watch/behindService.ts'
import type { BackfillSummary } from '#src/engine/sources/prometheus/backfill.ts'
import type { BeatenMessage, BoardMessage, DeskAnswer, DeskQuestion } from '#src/engine/deskProtocol.ts'
import type { DrillAnswer, DrillQuestion } from '#src/engine/drillProtocol.ts'
import type { BadAnswer } from '#src/domain/verdict/podFacts.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'

/**
 * The number of this protocol. Goes up whenever the shape of a message, a row, a strip or a reason changes: pages
 * and workers of different builds share a poller, and a saved digest is read, only where this number is the same.
 */
export const PROTOCOL = 7

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

/** How the fleet's source of the past was asked; null where the fleet file names none. */
export type BackfillState =
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'ended'; readonly at: EpochMs; readonly summary: BackfillSummary }

/** The fleet's source of the past, as far as a person has to know it who is asked for a token. */
export type PastSource = {
  /** Where it is asked, in full. */
  readonly url: string
  /** Its own address, where `url` is a gateway's path; null where it is asked directly. */
  readonly shownUrl: string | null
  /** Whether a token that was typed in goes with every question. */
  readonly hasToken: boolean
  /** False where the gateway on the way passes no token on. */
  readonly takesToken: boolean
}

/** What is remembered from before this watch began, and how. */
export type PastState = {
  readonly history: HistoryState
  /** Null where the fleet file names none, or no usable one. */
  readonly source: PastSource | null
  readonly backfill: BackfillState | null
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
  /** Until when that answer counts as the present; null where none came. */
  readonly holdsUntil?: EpochMs | null
}

/** Everything the worker knows of one pod, for the panel behind a row. */
export type PodDetail = {
  readonly name: string
  readonly url: string
  /** Its own address to be read and copied, where `url` is a gateway's path. */
  readonly shownUrl?: string
  readonly endpoints: readonly EndpointDetail[]
  readonly health: HealthReading | null
  /** When it said so; null where it never did. */
  readonly healthAt?: EpochMs | null
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

/** The lines of one pod's signals, as its panel draws them. */
export type PodLines = { readonly pod: string; readonly lines: readonly Spark[] }

/** What a page may ask of all that is remembered: answered in a while. */
export type PastQuestion =
  /** All of it as one file. */
  | { readonly about: 'export' }
  /** To add what such a file holds. */
  | { readonly about: 'import'; readonly bytes: Uint8Array }
  /**
   * To take a token for this session, or with null to forget it. `shown`: the source's address as the person saw it; by
   * the time it arrives the fleet file may name another.
   */
  | { readonly about: 'token'; readonly token: string | null; readonly shown: string }

/** What a page may ask the worker. All but what is asked of the past, or is behind a service, is answered at once. */
export type Question =
  | PastQuestion
  | DeskQuestion
  | DrillQuestion
  /** The thresholds that verdicts go by. */
  | { readonly about: 'policies' }
  /** How the watch itself fares. */
  | { readonly about: 'poll-health' }
  | { readonly about: 'service' | 'behind'; readonly service: string }
  | { readonly about: 'lines'; readonly service: string; readonly pod: string }
  | { readonly about: 'fit'; readonly service: string; readonly pod: string; readonly signal: Signal }

/** What became of a file that was to be imported. */
export type ImportOutcome = Result<Imported, SealRefusal>

/** Nobody can tell, as while the watch has not begun. */
type Unanswered = { readonly about: Question['about']; readonly found: null }

/** The answer to a question of the same `about`; null for what the fleet does not have. */
export type Answer =
  | Unanswered
  | DeskAnswer
  | DrillAnswer
  /** Null here and below: what is stored is still being read, or the watch has ended meanwhile. */
  | { readonly about: 'export'; readonly found: Uint8Array<ArrayBuffer> | null }
  | { readonly about: 'import'; readonly found: ImportOutcome | null }
  /** Null where it was not taken: there is no such source any more, or it cannot be sent. */
  | { readonly about: 'token'; readonly found: true | null }
  /** Null while no fleet file is in use. */
  | { readonly about: 'policies'; readonly found: FleetPolicies | null }
  | { readonly about: 'poll-health'; readonly found: PollHealth | null }
  | { readonly about: 'service'; readonly found: ServiceDetail | null }
  /** Null also where the worker could not load what works it out. */
  | { readonly about: 'behind'; readonly found: BehindService | null }
  | { readonly about: 'lines'; readonly found: PodLines | null }
  | { readonly about: 'fit'; readonly found: SlopeExplained | null }

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
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  /** A sign of life, in answer to beats: a page that gives none for a minute is sent nothing more. */
  | { readonly kind: 'heard' }
  /** The page is not looked at any more: it may end any moment, without another word. */
  | { readonly kind: 'hide' }
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
  | { readonly kind: 'past'; readonly state: PastState }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | BoardMessage
  | BeatenMessage
  | Beat
