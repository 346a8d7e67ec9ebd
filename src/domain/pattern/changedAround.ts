import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Cause } from './pattern.ts'
import type { Neighbour } from './seen.ts'

/** A change shows in what depends on it within a quarter of an hour, */
const BEFORE: DurationMs = minutes(15)

/** and may be noticed a little later itself: it has to be confirmed, too. */
const AFTER: DurationMs = minutes(5)

const isAround = (at: EpochMs, since: EpochMs): boolean => at >= since - BEFORE && at <= since + AFTER

/**
 * What changed in needed services around a moment: the newest start of a pod, else the trouble that began, of the first
 * service that shows one. Null where nothing did.
 */
export function changedAround(needs: readonly Neighbour[], since: EpochMs): Cause | null {
  for (const { service, starts } of needs) {
    const start = starts.findLast(({ at }) => isAround(at, since))
    if (start !== undefined) return { what: service, how: start.kind, at: start.at }
  }
  const ailing = needs.find((need) => need.since !== null && isAround(need.since, since))
  return ailing === undefined || ailing.since === null
    ? null
    : { what: ailing.service, how: 'trouble', at: ailing.since }
}

/** The same of checks that health pages name: `since` is when each was first seen bad. */
export function checkAround(
  checks: readonly { readonly check: string | null; readonly since: EpochMs }[],
  since: EpochMs,
): Cause | null {
  for (const { check, since: at } of checks)
    if (check !== null && isAround(at, since)) return { what: check, how: 'check', at }
  return null
}
