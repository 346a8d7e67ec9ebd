import type { Place } from '#src/domain/cascade/cascade.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Reason, ReasonKind } from './reason.ts'
import type { Input, Threshold } from './rule.ts'
import type { TicketMention } from './ticketMention.ts'

/** Where a service stands among the others. */
export type Standing = Pick<Place, 'redDependencies' | 'missing' | 'silent'> & {
  readonly ofPods: number
  /** Of its tickets, those that ask for somebody. */
  readonly tickets: readonly TicketMention[]
  /** When another service became as bad as it is. */
  readonly sinceOf: (service: string) => EpochMs
}

/** A rule that the service's pods cannot answer: the other services can, or the board of tickets. */
export type FleetRule = {
  readonly kind: ReasonKind
  readonly reads: readonly Input[]
  readonly orange: readonly Threshold[]
  readonly red: readonly Threshold[]
  /** `since`: when it was found first, without a break. */
  readonly find: (standing: Standing, since: EpochMs) => Reason | null
}
