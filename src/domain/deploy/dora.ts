import type { RedSpell } from '#src/domain/series/redSpells.ts'
import { clipSpans, lengthOf, SEEN_GAP, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import { deployBehind } from './deployBehind.ts'
import type { Deploy } from './deploysOf.ts'

/** How a service's deploys went in the last 28 days, as far as somebody watched. */
export type Dora = {
  /** For how long it was watched. */
  readonly observedFor: DurationMs
  /** Deploys that were watched: of the hours after them, too, at least a part was seen. */
  readonly deploys: number
  /** Deploys of which only traces were found later: nobody knows how they went, they count for nothing else. */
  readonly unseen: number
  /** Deploys in seven days of watching; null where nobody watched. */
  readonly perWeek: number | null
  /** Deploys that the service went red after, and their share; null without a deploy. */
  readonly failed: number
  readonly changeFailureRate: number | null
  /** How many of the failed ones were seen to be restored, and the median of how long that took; null without one. */
  readonly restored: number
  readonly restoreMedian: DurationMs | null
}

/** How far back it is looked. */
const LOOK_BACK: DurationMs = days(28)

const DAY: DurationMs = days(1)
const WEEK: DurationMs = days(7)

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** What was noted of a service; all of it oldest first. */
export type Delivery = {
  readonly deploys: readonly Deploy[]
  readonly spells: readonly RedSpell[]
  /** When it could be seen. */
  readonly observed: readonly SeenSpan[]
}

type Care = Pick<Policy, 'hypercare'>

/** Whether at least a part of a deploy, or of the hour after it, was watched. */
export const wasWatched = (
  { at, lastAt }: Deploy,
  observed: readonly SeenSpan[],
  { hypercare }: Care,
): boolean => clipSpans(observed, { from: at, to: lastAt + hypercare }).length > 0

/** The red lights that are put down to a deploy: those that began after it, and within an hour after its last pod. */
export const redsAfter = (
  deploy: Deploy,
  { deploys, spells }: Pick<Delivery, 'deploys' | 'spells'>,
  { hypercare }: Care,
): readonly RedSpell[] => spells.filter(({ from }) => deployBehind(deploys, from, hypercare) === deploy)

/** From the first red to the last end of it; null where it goes on, or ended while nobody watched. */
function restoreTime(spells: readonly RedSpell[]): DurationMs | null {
  const [first, last] = [spells[0], spells.at(-1)]
  if (first === undefined || last === undefined || last.to === null) return null
  return last.to - last.redUntil <= SEEN_GAP ? last.to - first.from : null
}

/**
 * Three of DORA's four keys (dora.dev/guides/dora-metrics-four-keys), over what was observed within the 28 days before
 * `now`. Deployment frequency: deploys in a week of watching; less than a day of it counts as a day. Change failure rate:
 * the share of deploys that the service went red after, from the first pod to `policy.hypercare` after the last; a red light
 * is put down to the newest deploy before it, and one that was red before it is not. Time to restore: from red to the end of
 * the last red light that is put down to the same deploy. The fourth key, lead time, begins with a commit, which no pod tells.
 */
export function dora({ deploys, spells, observed }: Delivery, policy: Care, now: EpochMs): Dora {
  const window = { from: now - LOOK_BACK, to: now }
  const seen = clipSpans(observed, window)
  const observedFor = lengthOf(seen)
  const recent = deploys.filter(({ at }) => at >= window.from && at <= now)
  const watched = recent.filter((deploy) => wasWatched(deploy, seen, policy))
  const failures = watched
    .map((deploy) => redsAfter(deploy, { deploys: recent, spells }, policy))
    .filter((reds) => reds.length > 0)
  const restoreTimes = failures.map(restoreTime).filter((time) => time !== null)
  return {
    observedFor,
    deploys: watched.length,
    unseen: recent.length - watched.length,
    perWeek: observedFor === 0 ? null : (watched.length * WEEK) / Math.max(observedFor, DAY),
    failed: failures.length,
    changeFailureRate: watched.length === 0 ? null : failures.length / watched.length,
    restored: restoreTimes.length,
    restoreMedian: median(restoreTimes),
  }
}
