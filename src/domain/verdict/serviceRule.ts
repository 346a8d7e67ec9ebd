import type { Rollout } from '#src/domain/deploy/rolloutOf.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Complaint } from './judge.ts'
import type { PodFacts } from './podFacts.ts'
import type { Policy } from './policy.ts'
import type { Reason, ReasonKind } from './reason.ts'
import type { Input, Threshold } from './rule.ts'

/** What a rule on a whole service judges: its pods, and what their own rules have found. */
export type ServiceFacts = {
  readonly pods: readonly PodFacts[]
  readonly policy: Policy
  readonly wrong: readonly Complaint[]
  /** Pods that are out, whatever put them out. */
  readonly out: ReadonlySet<string>
  /** When its pods were first seen on different versions. */
  readonly disagreeSince: EpochMs
  readonly rollout: Rollout | null
}

/** What such a rule says. */
export type WholeFinding = {
  readonly reason: Reason
  /** How long it has to be so before it is told; 0 unless told. */
  readonly patience?: DurationMs
  /** Whether another reason of the service is told with it, and not once more. */
  readonly tells?: (other: Reason) => boolean
}

/** A rule that only all pods of a service together can answer: one file in `rules/`, one row in `serviceRules.ts`. */
export type ServiceRule = {
  readonly kind: ReasonKind
  readonly reads: readonly Input[]
  readonly orange: readonly Threshold[]
  readonly red: readonly Threshold[]
  /** `since`: when it found something first, without a break. */
  readonly find: (service: ServiceFacts, since: EpochMs, now: EpochMs) => WholeFinding | null
}
