import type { Place } from '#src/domain/cascade/cascade.ts'
import type { Deploy } from '#src/domain/deploy/deploysOf.ts'
import type { Bin } from '#src/domain/series/binRing.ts'
import type { PodLife, StartMark } from '#src/domain/series/startLife.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'

/** Another version of a service, from when the first of its pods ran it. */
export type Deployed = Pick<Deploy, 'version' | 'at'>

/** A service that this one needs, or that needs this one. */
export type Neighbour = {
  readonly service: string
  readonly light: Light
  /** Since when its gravest reason is so; null without one. */
  readonly since: EpochMs | null
  readonly kinds: readonly ReasonKind[]
  /** Starts of its pods, oldest first. */
  readonly starts: readonly StartMark[]
}

/** A service that needs something that this one needs, too. */
export type Sibling = Neighbour & { readonly shared: readonly string[] }

/** What is remembered by the minute and hour: a signal, or the seconds that a worker takes for one piece of work. */
export type Quantity = Signal | 'processing'

/** What patterns are recognised in: one service, what is remembered of it, and the services around it. */
export type Seen = {
  readonly pods: readonly PodFacts[]
  readonly reasons: readonly Reason[]
  /** Oldest first. */
  readonly deploys: readonly Deploy[]
  readonly needs: readonly Neighbour[]
  readonly callers: readonly Neighbour[]
  readonly siblings: readonly Sibling[]
  /** Where it stands among the services around it. */
  readonly place: Pick<Place, 'root' | 'via' | 'redDependencies'>
  /** Bins that begin in `[from, to)`, oldest first; none where nothing is remembered. */
  readonly binsOf: (pod: string, quantity: Quantity, from: EpochMs, to: EpochMs) => readonly Bin[]
  /** Starts of a pod, oldest first. */
  readonly startsOf: (pod: string) => readonly StartMark[]
  /** Of each pod that something is known of, also of those that are gone. */
  readonly lives: ReadonlyMap<string, Pick<PodLife, 'first' | 'marks' | 'notedAt'>>
  readonly policy: Policy
  /** An IANA name: whose hours and weekdays count. */
  readonly timeZone: string
  readonly now: EpochMs
}
