import type { EpochMs } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { explainedByDependency, hurtsCallers } from './consequence.ts'
import type { Trouble } from './trouble.ts'

/** A service's own verdict, and what is known of it beyond. */
export type Judged = Pick<Trouble, 'service' | 'light' | 'dependsOn' | 'everAnswered'> & {
  readonly reasons: readonly Reason[]
}

/**
 * From when to when a reason may have begun. What was so when it was first looked at may be older than any memory. A
 * drift is found over a window that is about as long as it lasts, so its begin is known to within half of that.
 */
function began(reason: Reason, now: EpochMs): readonly [earliest: EpochMs, latest: EpochMs] {
  const within = reason.kind === 'drift' ? Math.max(0, now - reason.since) / 2 : 0
  return [reason.already === true ? -Infinity : reason.since - within, reason.since + within]
}

/**
 * What the cascade needs to know of a judged service: read off the reasons that are as grave as its light, and begun
 * when the first of them began. Where none is (nothing was ever seen), it began now.
 */
export function troubleOf({ reasons, ...judged }: Judged, now: EpochMs): Trouble {
  const grave = reasons.filter(({ light }) => light === judged.light)
  const spans = grave.map((reason) => began(reason, now))
  return {
    ...judged,
    since: Math.min(now, ...grave.map(({ since }) => since)),
    sinceBetween: [
      Math.min(now, ...spans.map(([earliest]) => earliest)),
      Math.min(now, ...spans.map(([, latest]) => latest)),
    ],
    independent: grave.some((reason) => !explainedByDependency(reason)),
    hurtsCallers: grave.some((reason) => hurtsCallers(reason)),
  }
}
