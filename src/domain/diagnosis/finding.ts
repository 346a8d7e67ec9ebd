import type { Deployed } from '#src/domain/pattern/seen.ts'
import type { Pattern, Spread } from '#src/domain/pattern/pattern.ts'
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
}

/** Was there a deploy in the hours before it began? */
type DeployFacts = {
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
  /** It is one after the other, as they end: not these pods. */
  readonly inTurn: boolean
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
