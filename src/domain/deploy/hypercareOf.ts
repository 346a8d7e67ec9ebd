import type { RedSpell } from '#src/domain/series/redSpells.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { isFresh } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Deploy } from './deploysOf.ts'

/** Why a service is watched more closely, since when, and until when. */
export type Hypercare = {
  readonly because: 'deploy' | 'recovery'
  /** When the last pod of the deploy was started, or when the service was no longer red. */
  readonly at: EpochMs
  readonly until: EpochMs
}

/** A service that was red for less was not mended by anybody. */
const MENDED_AFTER: DurationMs = minutes(5)

/**
 * Whether a service is in hypercare: for `policy.hypercare` (an hour) after the last pod of a deploy, or after it was seen
 * red for five minutes or longer and is so no more. Of two reasons the one that lasts longer is told, of two that last as
 * long the deploy. Null: it is not. Times that lie ahead of `now` are of a clock that was wrong and count for nothing.
 */
export function hypercareOf(
  deploys: readonly Deploy[],
  spells: readonly RedSpell[],
  policy: Pick<Policy, 'hypercare'>,
  now: EpochMs,
): Hypercare | null {
  const ends = spells.flatMap(({ from, redUntil, to }) =>
    to !== null && redUntil - from >= MENDED_AFTER ? [{ because: 'recovery' as const, at: to }] : [],
  )
  const all = [...deploys.map(({ lastAt }) => ({ because: 'deploy' as const, at: lastAt })), ...ends]
  const [newest] = all
    .filter(({ at }) => isFresh(at, policy.hypercare, now))
    .toSorted((a, b) => b.at - a.at || a.because.localeCompare(b.because))
  return newest === undefined ? null : { ...newest, until: newest.at + policy.hypercare }
}
