import type { EpochMs } from '#src/domain/time/units.ts'
import type { FleetRule, Standing } from './fleetRule.ts'
import { byWeight } from './judge.ts'
import { worstLight } from './light.ts'
import type { Reason } from './reason.ts'
import type { ServiceVerdict } from './rollUp.ts'
import { dependency } from './rules/dependency.ts'
import { staleEntry } from './rules/staleEntry.ts'
import { ticket } from './rules/ticket.ts'

/** The rows of the rule table that only the whole fleet, or its board of tickets, can answer. */
export const FLEET_RULES: readonly FleetRule[] = [dependency, staleEntry, ticket]

/** `before`: the reasons that were told last, which know since when it is so. */
const reasonsOf = (standing: Standing, before: readonly Reason[], now: EpochMs): Reason[] =>
  FLEET_RULES.flatMap(({ kind, find }) => {
    const since = before.find((reason) => reason.kind === kind)?.since ?? now
    return find(standing, Math.min(since, now)) ?? []
  })

/**
 * A service's verdict with what the others and its tickets add to it: never better, of other services never worse than
 * orange, and its own reasons stay.
 */
export function amongOthers(
  verdict: ServiceVerdict,
  standing: Standing,
  before: readonly Reason[],
  now: EpochMs,
): ServiceVerdict {
  const added = reasonsOf(standing, before, now)
  if (added.length === 0) return verdict
  const reasons = [...verdict.reasons, ...added].toSorted(byWeight)
  return { ...verdict, light: worstLight([verdict.light, ...added.map(({ light }) => light)]), reasons }
}
