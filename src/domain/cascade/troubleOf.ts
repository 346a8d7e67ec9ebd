import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { explainedByDependency, hurtsCallers } from './consequence.ts'
import type { Trouble } from './trouble.ts'

/** A service's own verdict, and what is known of it beyond. */
export type Judged = Pick<Trouble, 'service' | 'light' | 'dependsOn' | 'everAnswered'> & {
  readonly reasons: readonly Reason[]
}

/**
 * How far the told begin of a drift may be off. It is found over a window about as long as it lasts: of generated ones
 * the begin was told wrong by up to 0.4 of their age, so half of it is allowed for; in powers of two hours, so that it
 * seldom changes.
 */
const driftWithin = (age: DurationMs): DurationMs =>
  hours(2 ** Math.round(Math.log2(Math.max(age, hours(1)) / hours(2))))

/** From when to when a reason may have begun. What was so when it was first looked at may be older than any memory. */
function began(reason: Reason, now: EpochMs): readonly [earliest: EpochMs, latest: EpochMs] {
  const within = reason.kind === 'drift' ? driftWithin(now - reason.since) : 0
  return [reason.already === true ? -Infinity : reason.since - within, reason.since + within]
}

/** The begin of what is no trouble: the same at any time, so that nothing changes while nothing does. */
const NEVER: EpochMs = 0

const first = (times: readonly EpochMs[]): EpochMs => (times.length === 0 ? NEVER : Math.min(...times))

/**
 * What the cascade needs to know of a judged service: read off the reasons that are as grave as its light, and begun
 * when the first of them began; 0 where there are none.
 */
export function troubleOf(judged: Judged, now: EpochMs): Trouble {
  const { service, light, dependsOn, everAnswered } = judged
  const grave = judged.reasons.filter((reason) => reason.light === light)
  const spans = grave.map((reason) => began(reason, now))
  return {
    service,
    light,
    dependsOn,
    everAnswered,
    since: first(grave.map(({ since }) => since)),
    sinceBetween: [first(spans.map(([earliest]) => earliest)), first(spans.map(([, latest]) => latest))],
    independent: grave.some((reason) => !explainedByDependency(reason)),
    hurtsCallers: grave.some((reason) => hurtsCallers(reason)),
  }
}
