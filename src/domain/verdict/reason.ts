import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Bytes, DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** What every piece of evidence says: which pod, how bad there, since when. */
export type PodEvidence = { readonly pod: string; readonly light: Light; readonly since: EpochMs }

type With<T> = readonly (PodEvidence & T)[]

/** The kinds of reason and their numbers. Words are made of them in `domain/wording`. */
export type ReasonFacts =
  /** No usable answer of the health endpoint (time-out, refused, the gateway says so). */
  | { readonly kind: 'failing'; readonly pods: With<{ readonly failure: ProbeFailure }> }
  /** The pod may be well; this browser cannot tell (sign-in, CORS, unreadable, not asked yet). */
  | { readonly kind: 'cannot-see'; readonly pods: With<{ readonly failure: ProbeFailure }> }
  /** The pod's own health answer, or a check in it. `check` is the path of the worst named check. */
  | {
      readonly kind: 'health'
      readonly pods: With<{
        readonly state: 'down' | 'degraded' | 'unknown'
        readonly check: string | null
        readonly why: string | null
      }>
    }
  /** An exporter answers, the thing it exports does not. */
  | { readonly kind: 'target-down'; readonly pods: With<{ readonly from: string }> }
  | { readonly kind: 'not-ready'; readonly pods: With<{ readonly why: string | null }> }
  /** A bad answer that has not been confirmed by a second one. */
  | { readonly kind: 'confirming'; readonly pods: With<{ readonly why: string | null }> }
  /** Readings are older than the freshness window; `lastSeen` null: never seen. */
  | { readonly kind: 'stale'; readonly pods: With<{ readonly lastSeen: EpochMs | null }> }
  | {
      readonly kind: 'level'
      readonly signal: Signal
      readonly pods: With<{ readonly value: number; readonly bound: number; readonly of: string | null }>
    }
  | {
      readonly kind: 'pool-exhausted'
      readonly pods: With<{
        readonly inUse: number
        readonly bound: number
        readonly waiting: number
        readonly of: string | null
      }>
    }
  | { readonly kind: 'restarts'; readonly pods: With<{ readonly count: number; readonly lastAt: EpochMs }> }
  | { readonly kind: 'flapping'; readonly pods: With<{ readonly bad: number; readonly of: number }> }
  | { readonly kind: 'slow'; readonly pods: With<{ readonly took: DurationMs }> }
  /** The metrics page fails while health answers: signals are blind. */
  | { readonly kind: 'metrics-failing'; readonly pods: With<{ readonly failure: ProbeFailure }> }
  /** The metrics page is read, but not all of it, or not in time. */
  | {
      readonly kind: 'exposition'
      readonly pods: With<{
        readonly took: DurationMs
        readonly bytes: Bytes
        readonly truncatedBy: 'bytes' | 'series' | null
        readonly badLines: number
        readonly firstBadLine: { readonly line: number; readonly reason: string } | null
      }>
    }
  /** Pods of one service disagree; `version` is each pod's own. */
  | { readonly kind: 'versions-disagree'; readonly pods: With<{ readonly version: string }> }
  /** Fewer pods than the fleet file expects are described or answer. */
  | { readonly kind: 'no-pods'; readonly pods: readonly PodEvidence[] }

export type ReasonKind = ReasonFacts['kind']

/** Why something is not green. No reason without numbers: its pods of how many, since when, and its facts. */
export type Reason = ReasonFacts & {
  readonly light: Light
  readonly since: EpochMs
  /** How many pods the service has. */
  readonly ofPods: number
}
