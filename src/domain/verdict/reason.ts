import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Bytes, DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** The kinds of reason, and the numbers that each needs of one pod. Words are made of them in `domain/wording`. */
type FactsByKind = {
  /** No usable answer of the health endpoint (time-out, refused, the gateway says so). */
  failing: { readonly failure: ProbeFailure }
  /** The pod may be well; this browser cannot tell (sign-in, CORS, unreadable). */
  'cannot-see': { readonly failure: ProbeFailure }
  /** The pod's own health answer. `check` is the path of the worst named check, e.g. `db / us1`. */
  health: {
    readonly state: 'down' | 'degraded' | 'unknown'
    readonly check: string | null
    readonly why: string | null
  }
  /** An exporter answers, the thing it exports does not. */
  'target-down': { readonly from: string }
  'not-ready': { readonly why: string | null }
  /** A bad answer that has not been confirmed by a second one. */
  confirming: { readonly why: string | null }
  /** Readings are older than the freshness window; null: never seen. */
  stale: { readonly lastSeen: EpochMs | null }
  /** A value close to the limit it would hit. */
  level: {
    readonly signal: Signal
    readonly value: number
    readonly bound: number
    readonly of: string | null
  }
  'pool-exhausted': {
    readonly inUse: number
    readonly bound: number
    readonly waiting: number
    readonly of: string | null
  }
  restarts: { readonly count: number; readonly lastAt: EpochMs }
  /** Separate bad spells among the newest probes. */
  flapping: { readonly bad: number; readonly of: number }
  slow: { readonly took: DurationMs }
  /** The metrics page fails while health answers: signals are blind. */
  'metrics-failing': { readonly failure: ProbeFailure }
  /** The metrics page is read, but not all of it, or not in time. */
  exposition: {
    readonly took: DurationMs
    readonly bytes: Bytes
    readonly truncatedBy: 'bytes' | 'series' | null
    readonly badLines: number
    readonly firstBadLine: { readonly line: number; readonly reason: string } | null
  }
  /** Pods of one service disagree; `version` is each pod's own. */
  'versions-disagree': { readonly version: string }
}

export type ReasonKind = keyof FactsByKind

/** One pod's share in a reason: which kind, with the numbers of that kind. */
export type Part<K extends ReasonKind = ReasonKind> = {
  [Kind in K]: { readonly kind: Kind } & FactsByKind[Kind]
}[K]

/** What every piece of evidence says: which pod, how bad there, since when. */
export type PodEvidence = { readonly pod: string; readonly light: Light; readonly since: EpochMs }

/**
 * Why something is not green. No reason without numbers: its pods of how many, since when, and its facts.
 * `pods` is worst first; all of them share the kind (and, for a level, the signal).
 */
export type Reason<K extends ReasonKind = ReasonKind> = {
  [Kind in K]: {
    readonly kind: Kind
    readonly light: Light
    readonly since: EpochMs
    /** How many pods the service has. */
    readonly ofPods: number
    readonly pods: readonly (PodEvidence & FactsByKind[Kind])[]
  }
}[K]
