import type { Deployed } from '#src/domain/pattern/seen.ts'
import type { Pattern, Spread } from '#src/domain/pattern/pattern.ts'
import type { GrowingLabel } from '#src/domain/exposition/labelGrowth.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Command } from './command.ts'

/** `unknown`: what was seen cannot tell. */
export type Answer = 'yes' | 'no' | 'unknown'

/** What a process may run out of, or be slow for. */
export type Resource =
  | 'memory'
  | 'heap'
  | 'stacks'
  | 'fds'
  | 'disk'
  | 'queue'
  | 'workers'
  | 'cpu'
  | 'pool'
  | 'latency'
  | 'traffic'
  | 'eventLoop'
  | 'gc'
  | 'locks'
  | 'exposition'

/** A resource that grows, or is near its limit, without a pattern that says more. */
export type Growth = Spread & {
  readonly kind: 'growth'
  readonly resource: Resource
  /** Null where its slope is not judged. */
  readonly drift: { readonly signal: Signal; readonly perHour: number } | null
  /** When the first pod is at its limit; null where it has none, or no slope leads there. */
  readonly reachedAt: EpochMs | null
  /** How full the fullest pod is, where it is near its limit. */
  readonly level: Level | null
  /** The label that makes a metrics page grow, where one is known to. */
  readonly grows: GrowingLabel | null
}

/** Of a limit, 1 where it is reached. `readAt`: when it was read, where that is too long ago to be the present; else null. */
export type Level = { readonly share: number; readonly readAt: EpochMs | null }

/** Who carries the load of pods that carry none or hardly any of it. */
export type Carried = {
  /** The pods that are out, and those that are at their limit: one may be both. */
  readonly out: readonly string[]
  readonly full: readonly string[]
  /** The pods that carry too much, and what share of all requests they carry, 0 to 1. */
  readonly by: readonly string[]
  readonly share: number
  /** The highest share of its requests that one of them drops, where it is worth a word; else null. */
  readonly drops: number | null
  /** What the fullest of them has left of its capacity, 0 to 1; null where none tells. */
  readonly left: number | null
}

/** What of a deploy to suspect: what it changed, or only that its pods start, or end, as they do at every deploy. */
export type Blame = 'change' | 'start' | 'end'

/** Was there a deploy in the hours before it began? */
type DeployFacts = {
  readonly blame: Blame
  /** The deploy to suspect; null without one. */
  readonly suspect: Deployed | null
  /** What ran before it; null where nobody saw that. */
  readonly before: string | null
  /** The newest deploy of all, where it is not the suspected one. */
  readonly newest: Deployed | null
  readonly began: EpochMs
  /** Since when every deploy would have been seen; null where nothing tells one. */
  readonly seenSince: EpochMs | null
}

/** Does a resource run out, and how? */
type ResourceFacts = {
  readonly found: Pattern | Growth | null
  /** How many signals were looked at. */
  readonly signals: number
}

/** Do all pods show it? */
type ScopeFacts = Spread & {
  /** What those pods have in common and no other has; null where nothing shows. */
  readonly shared: { readonly by: 'version' | 'name'; readonly value: string } | null
  /** It is one after the other, as they start or end: not these pods. Else null. */
  readonly inTurn: Exclude<Blame, 'change'> | null
  /** Null where no pod carries the load of others, or too large a share of it. */
  readonly carried: Carried | null
  /** The one check, queue, pool or disk that all of them name: a shard, or a tenant. */
  readonly part: string | null
}

/** Is something that it needs in trouble? */
type DependencyFacts = {
  /** The suspected root, and the way there. */
  readonly root: { readonly service: string; readonly via: readonly string[] } | null
  readonly red: readonly string[]
  /** The failing check of its own health page, and since when. */
  readonly check: { readonly name: string; readonly since: EpochMs } | null
  /** All that it is known to need: services of the fleet, and what nobody watches here. */
  readonly needed: readonly string[]
  readonly unwatched: readonly string[]
}

/** What makes it better before it is understood, and what that costs. */
export type Remedy =
  | { readonly how: 'elsewhere'; readonly service: string }
  /** It is over by itself. */
  | { readonly how: 'wait'; readonly until: EpochMs }
  /** The same, of caches that are cold; `until` is the latest that it may be over. */
  | { readonly how: 'warm'; readonly until: EpochMs }
  /** Pods have to end in another way. */
  | { readonly how: 'drain' }
  /** Pods are missing, or full, and others carry their load. */
  | { readonly how: 'relieve'; readonly carried: Carried }
  | { readonly how: 'shed' }
  | { readonly how: 'rollback'; readonly version: string | null }
  | { readonly how: 'replace'; readonly pods: readonly string[] }
  | { readonly how: 'scale'; readonly from: number; readonly to: number }
  /** `lasts`: how long it took to fill up, where that is known. */
  | { readonly how: 'restart'; readonly lasts: DurationMs | null }
  /** Time enough to find the cause first; `by`: when the first limit is reached, where there is one. */
  | { readonly how: 'later'; readonly by: EpochMs | null }

type MitigateFacts = {
  readonly remedy: Remedy
  /** There would be a command if the fleet file said where the service runs. */
  readonly isUnplaced: boolean
}

type FactsByStep = {
  deploy: DeployFacts
  resource: ResourceFacts
  scope: ScopeFacts
  dependency: DependencyFacts
  mitigate: MitigateFacts
}

export type Step = keyof FactsByStep

/** One step of the decision tree: its answer, what that rests on, and what to run next. */
export type Finding<S extends Step = Step> = {
  [Each in S]: {
    readonly step: Each
    readonly answer: Answer
    readonly command: Command | null
  } & FactsByStep[Each]
}[S]
