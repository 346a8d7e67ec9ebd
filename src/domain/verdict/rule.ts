import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Finding, Lasting } from '#src/domain/verdict/condition.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Part, ReasonKind } from '#src/domain/verdict/reason.ts'

/**
 * What a rule says of one pod: how bad, and the numbers. `since` only where the rule knows it better, `already` where
 * it was so from the first.
 */
export type Found<K extends ReasonKind> = {
  readonly light: Exclude<Light, 'green'>
  readonly part: Part<K>
  /** How long it has to be so before it is believed; not for a rule on `always`. */
  readonly lasting?: Lasting
  readonly since?: EpochMs
  readonly already?: true
}

/** The answer tells nothing about what a rule judges (no metrics came): what was known stays, while it is fresh. */
export const NO_OPINION = 'no-opinion'

type Findings<K extends ReasonKind> = Found<K> | readonly Found<K>[] | null | typeof NO_OPINION

/** What a rule may read: answers of an endpoint, signals of the metrics page, or what is known beyond one pod. */
export type Input = Endpoint | Signal | 'dependencies' | 'tickets'

/** The name of one threshold. */
export type Threshold = keyof Policy

/**
 * A rule of the table. Adding one is a file like its neighbours and a row in `rules.ts`; where it needs a new
 * kind of reason, that is a line in `reason.ts` and its words in `domain/wording`.
 */
export type Rule = {
  readonly kind: ReasonKind
  /** What it needs to know. Where a pod tells none of it, the rule says nothing. */
  readonly reads: readonly Input[]
  /** The thresholds that make it orange, and red: names of the policy. */
  readonly orange: readonly Threshold[]
  readonly red: readonly Threshold[]
  /**
   * The endpoint whose answers it judges: asked once an answer, and damped. `life`: whichever endpoint
   * stands for the pod's life.
   * `always`: judged whenever the verdict is made, from time and what is remembered; not damped.
   */
  readonly on: Endpoint | 'life' | 'always'
  /** What the first answer finds is believed at once: it was so for long, and was called well by nobody who looked. */
  readonly atFirst?: true
  /** `quorum`: the pod is out, and the service is red only when too few pods are left. */
  readonly rollUp: 'worst' | 'quorum'
  readonly find: (
    pod: PodFacts,
    policy: Policy,
    now: EpochMs,
  ) => readonly (Finding & { since?: EpochMs; already?: true })[] | typeof NO_OPINION
}

/** Ties a rule's findings to its kind. */
export function rule<K extends ReasonKind>(spec: {
  readonly kind: K
  readonly on: Rule['on']
  readonly reads: Rule['reads']
  readonly orange?: Rule['orange']
  readonly red?: Rule['red']
  readonly rollUp?: Rule['rollUp']
  readonly atFirst?: true
  readonly find: (pod: PodFacts, policy: Policy, now: EpochMs) => Findings<K>
}): Rule {
  return {
    kind: spec.kind,
    on: spec.on,
    reads: spec.reads,
    orange: spec.orange ?? [],
    red: spec.red ?? [],
    rollUp: spec.rollUp ?? 'worst',
    ...(spec.atFirst === true ? { atFirst: true as const } : {}),
    find: (pod, policy, now) => {
      const found = spec.find(pod, policy, now)
      if (found === null) return []
      return found === NO_OPINION || Array.isArray(found) ? found : [found]
    },
  }
}

/** Conditions of one kind are one reason, but levels of two signals are two. */
export const partKey = (part: Part): string => ('signal' in part ? `${part.kind}:${part.signal}` : part.kind)
