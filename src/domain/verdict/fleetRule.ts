import type { Place } from '#src/domain/cascade/cascade.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Reason, ReasonKind } from './reason.ts'
import type { Input, Threshold } from './rule.ts'

/** Where a service stands among the others. */
export type Standing = Pick<Place, 'redDependencies' | 'missing' | 'silent'> & {
  readonly ofPods: number
  /** When another service became as bad as it is. */
  readonly sinceOf: (service: string) => EpochMs
}

/** A rule that only the whole fleet can answer. What it finds is orange: the trouble is another service's. */
export type FleetRule = {
  readonly kind: ReasonKind
  readonly reads: readonly Input[]
  readonly orange: readonly Threshold[]
  readonly red: readonly Threshold[]
  /** `since`: when it was found first, without a break. */
  readonly find: (standing: Standing, since: EpochMs) => Reason | null
}
