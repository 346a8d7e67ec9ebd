import type { Drift } from '#src/domain/drift/drift.ts'
import type { GrowingLabel } from '#src/domain/exposition/labelGrowth.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Saturation } from '#src/domain/signals/saturation.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Bytes, DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { TicketMention } from './ticketMention.ts'

/** Where to sign in to a pod, and whether requests carry what comes of it. */
export type SignIn = {
  /** The pod's own address. */
  readonly url: string
  readonly cookies: 'omit' | 'include'
  /** Asked through a gateway, which forwards cookies only where the fleet file says so. */
  readonly gateway: boolean
}

/** The kinds of reason, and the numbers that each needs of one pod. Words are made of them in `domain/wording`. */
type FactsByKind = {
  /** No usable answer of the health endpoint (time-out, refused, the gateway says so). */
  failing: { readonly failure: ProbeFailure }
  /** The pod may be well; this browser cannot tell (sign-in, CORS, unreadable). */
  'cannot-see': { readonly failure: ProbeFailure; readonly signIn?: SignIn }
  /** The pod's own health answer. `check` is the path of the worst named check, e.g. `db / us1`. */
  health: {
    readonly state: 'down' | 'degraded' | 'unknown'
    readonly check: string | null
    readonly why: string | null
    /** The log line of the page that explains it, where no check does. */
    readonly log?: string
  }
  /** An exporter answers, the thing it exports does not. */
  'target-down': { readonly from: string }
  'not-ready': { readonly why: string | null }
  /** Where the fleet file says that readiness is told, nothing is; null: no answer came yet, or none since. */
  'ready-unseen': { readonly failure: ProbeFailure | null }
  /** Share of the requests that fail on the service's side, of how many a second. */
  errors: {
    readonly ratio: number
    readonly perSecond: number
    /** It rose to this so fast that it is red. */
    readonly rising?: true
  }
  /** Requests take much longer than usual at this time: seconds, null where no median is told. */
  latency: {
    readonly p99: number
    readonly usual: number
    readonly p50: number | null
    readonly usualP50: number | null
  }
  /** A pod that was started a moment ago needs more than it usually does; `ready`: it says that it takes requests. */
  'warm-up': {
    readonly signal: 'latencyP99' | 'memory'
    readonly value: number
    readonly usual: number
    readonly endsAt: EpochMs
    readonly ready: boolean | null
  }
  /** Many more requests than usual at this time. */
  traffic: {
    readonly perSecond: number
    readonly usual: number
    /** Of what is usual; null where nothing is. */
    readonly times: number | null
    /** Share that fails, where it is worth a word. */
    readonly errors: number | null
    /** The pod is at the end of what it can do. */
    readonly saturated: boolean
  }
  /** The p99 of the pauses of garbage collection. */
  'gc-pause': { readonly pause: DurationMs }
  /** Seconds that goroutines wait for locks in each second, all of them together. */
  'mutex-wait': { readonly share: number; readonly usual: number }
  /** `of`: whose it is, where several are watched. */
  certificate: { readonly endsAt: EpochMs; readonly of: string | null }
  /** The p99 of what the event loop is late by. */
  'event-loop': { readonly lag: DurationMs }
  /** Share of the time that garbage collection takes, 0 to 1. */
  'gc-cpu': { readonly share: number }
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
  /** Share of a pod's workers that are busy. `saturation`: what that comes of, where the pod does not count them. */
  utilisation: {
    readonly share: number
    /** Which of several pools of workers it is. */
    readonly of: string | null
    readonly saturation: Saturation | null
  }
  /** A signal that rises for good. */
  drift: Omit<Drift, 'since'>
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
    /** Series on the page, as far as it was read. */
    readonly series: number
    readonly truncatedBy: 'bytes' | 'series' | null
    readonly badLines: number
    readonly firstBadLine: { readonly line: number; readonly reason: string } | null
    /** The label that makes it so large, where one is known to. */
    readonly grows?: GrowingLabel
  }
  /** Pods of one service disagree; `version` is each pod's own. */
  'versions-disagree': { readonly version: string }
  /** A pod that carries more than its share of the requests. */
  load: {
    /** Of the requests of all pods, 0 to 1, and what it would be if each carried as much. */
    readonly share: number
    readonly fair: number
    readonly perSecond: number
    /** Share of its requests that fail; null where it does not tell. */
    readonly drops: number | null
    /** The fullest of its CPU and workers, 0 to 1; null where it does not tell. */
    readonly busy: number | null
  }
  /** Of the service as a whole: what is meant is in `about`. */
  dependency: object
  'stale-entry': object
  ticket: object
}

/** What a reason says of the service as a whole, for the kinds that do. */
type AboutByKind = {
  /** The pods that carry nothing: out, or at their limit. */
  load: {
    readonly out: readonly { readonly pod: string; readonly failure: ProbeFailure | null }[]
    readonly saturated: readonly string[]
  }
  /** The services it needs that are red, the worst first. */
  dependency: { readonly on: readonly { readonly service: string; readonly since: EpochMs }[] }
  /** Its tickets that ask for somebody, the worst first. */
  ticket: { readonly tickets: readonly TicketMention[] }
  /** What it needs that is not in the fleet, and what is there and has never answered. */
  'stale-entry': { readonly missing: readonly string[]; readonly silent: readonly string[] }
  /** The version that should be everywhere, and how many pods run it, of those that tell theirs. */
  'versions-disagree': { readonly version: string; readonly updated: number; readonly of: number }
}

export type ReasonKind = keyof FactsByKind

/** Kinds that speak of the service as a whole. */
export type WholeKind = keyof AboutByKind

/** One pod's share in a reason: which kind, with the numbers of that kind. */
export type Part<K extends ReasonKind = ReasonKind> = {
  [Kind in K]: { readonly kind: Kind } & FactsByKind[Kind]
}[K]

/** What every piece of evidence says: which pod, how bad there, since when. */
export type PodEvidence = {
  readonly pod: string
  readonly light: Light
  readonly since: EpochMs
  /** It was so when it was first looked at, at `since`: when it began is not known. */
  readonly already?: true
}

/**
 * Why something is not green. No reason without numbers: its pods of how many, since when, and its facts.
 * `pods` is worst first; all of them share the kind (and, for a level, the signal). A reason of the service as a whole may
 * have none.
 */
export type Reason<K extends ReasonKind = ReasonKind> = {
  [Kind in K]: {
    readonly kind: Kind
    readonly light: Light
    readonly since: EpochMs
    /** As of its pod that is so for longest. */
    readonly already?: true
    /** How many pods the service has. */
    readonly ofPods: number
    readonly pods: readonly (PodEvidence & FactsByKind[Kind])[]
    /** The deploy that it began after, within hours. A drift names its own, pod by pod. */
    readonly suspect?: { readonly version: string | null; readonly at: EpochMs }
    /** Of the service as a whole; always there for the kinds that speak of it. */
    readonly about?: Kind extends WholeKind ? AboutByKind[Kind] : never
  }
}[K]

/** When one pod's share in a reason reaches a limit; Infinity as above. */
export const limitAt = (facts: object): EpochMs =>
  'reachedAt' in facts && typeof facts.reachedAt === 'number' ? facts.reachedAt : Infinity

/** When the first of a reason's pods reaches a limit; Infinity where none does, or it is no matter of time. */
export const soonestLimit = ({ pods }: Reason): EpochMs => Math.min(...pods.map((pod) => limitAt(pod)))
