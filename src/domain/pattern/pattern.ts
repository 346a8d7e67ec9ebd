import type { Saturation } from '#src/domain/signals/saturation.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Deployed } from './seen.ts'

/** Which pods show it, the gravest first, of how many. */
export type Spread = { readonly pods: readonly string[]; readonly ofPods: number }

/** What changed at the same time: a service that is needed, or a check of the pod's own. */
export type Cause = {
  readonly what: string
  readonly how: 'restart' | 'deploy' | 'trouble' | 'check'
  readonly at: EpochMs
}

/** An hour that is slow again and again. */
export type Rhythm = {
  readonly every: 'day' | 'week'
  /** 0 is Monday. */
  readonly weekday: number
  /** After midnight, as the clocks of the zone say; `to` may be past 24 h. */
  readonly from: DurationMs
  readonly to: DurationMs
  /** In how many of the days or weeks that are known it was so. */
  readonly hits: number
  readonly of: number
  /** The highest of its means, and the median of all hours. */
  readonly peak: number
  readonly usual: number
  /** When it is over this time. */
  readonly endsAt: EpochMs
}

type FactsByKind = {
  /** Memory rises and the heap does not: what fills it is outside, and with open files it is held by them. */
  'off-heap': Spread & {
    readonly memoryPerHour: number
    /** The median of the heap since then: garbage collection moves it to and fro. */
    readonly heap: number
    readonly fdsPerHour: number | null
  }
  /** Goroutines or threads pile up, and memory with them. */
  'stack-pile-up': Spread & {
    readonly signal: 'goroutines' | 'threads'
    readonly value: number
    readonly perHour: number
    readonly memoryPerHour: number
  }
  /** Files are opened and never closed. */
  'fd-leak': Spread & {
    readonly perHour: number
    readonly value: number
    readonly bound: number | null
    /** Of the first pod. */
    readonly reachedAt: EpochMs | null
  }
  /** Memory rises on one pod alone: something that only it holds. */
  'lone-growth': Spread & {
    readonly signal: 'memory' | 'heap'
    readonly value: number
    readonly perHour: number
    /** The median of the other pods. */
    readonly others: number
  }
  /** What arrives comes near what the workers can do. */
  'capacity-creep': Spread & {
    readonly utilisation: number
    readonly perHour: number | null
    readonly saturation: Saturation | null
    /** Seconds that one piece of work took before and after a deploy, where that made a difference. */
    readonly step: { readonly before: number; readonly after: number; readonly deploy: Deployed } | null
    readonly queuePerHour: number | null
  }
  /** All connections are in use, and requests are as slow as the wait for one. */
  'pool-collapse': Spread & {
    readonly of: string | null
    readonly inUse: number
    readonly bound: number
    readonly waiting: number
    /** Seconds of the median request before and now. */
    readonly latency: { readonly before: number; readonly now: number } | null
    readonly cause: Cause | null
  }
  /** Far more requests than usual, and they fail: who calls calls again. */
  'retry-storm': Spread & {
    readonly perSecond: number
    readonly usual: number
    readonly errors: number
    readonly callers: readonly string[]
  }
  /** The slowest requests become slower and the others do not: a call that waits for as long as it takes. */
  'slow-tail': Spread & {
    /** Seconds. */
    readonly p99: number
    readonly usual: number | null
    readonly p50: number
    readonly deepest: { readonly service: string; readonly via: readonly string[] } | null
  }
  /** Pods that were started a moment ago are slow, or large, until their caches are warm. */
  'warm-up': Spread & {
    readonly signal: 'latencyP99' | 'memory'
    /** Of the worst pod. */
    readonly value: number
    readonly usual: number
    /** Some of them say already that they take requests. */
    readonly early: boolean
    /** When the last of them has been up for as long as starting takes. */
    readonly endsAt: EpochMs
  }
  /** The same hours each day or week. */
  periodic: Spread & {
    readonly signal: Signal
    /** Services that are slow at the same time, and what they and this one need. */
    readonly alongside: { readonly services: readonly string[]; readonly shared: readonly string[] } | null
  } & Rhythm
  /** Requests fail on pods that are about to end, and on no others. */
  terminating: Spread & {
    /** Starts before which requests failed, of all that were seen within a day. */
    readonly starts: number
    readonly ofStarts: number
    /** The highest share that failed. */
    readonly ratio: number
  }
}

export type PatternKind = keyof FactsByKind

/** A way of failing that has a name, with its numbers. */
export type Pattern<K extends PatternKind = PatternKind> = {
  [Kind in K]: { readonly kind: Kind } & FactsByKind[Kind]
}[K]
