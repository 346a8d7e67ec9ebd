import type { AgreedHypercare, TicketSettings } from '#src/domain/fleet/ticketSettings.ts'
import { PRIORITIES, type Priority } from '#src/domain/sla/priority.ts'
import type { SlaPolicy, SlaTarget } from '#src/domain/sla/slaPolicy.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/**
 * The closer watch that people agreed on for a service, or for all of its team's, and that holds at a moment: from its
 * `from` on until just before its `to`. Of several the one that lasts longest; null where there is none.
 */
function agreedHypercare(
  { hypercare }: Pick<TicketSettings, 'hypercare'>,
  service: string | null,
  team: string | null,
  at: EpochMs,
): AgreedHypercare | null {
  const isOf = (one: AgreedHypercare): boolean =>
    (one.service !== null && one.service === service) || (one.team !== null && one.team === team)
  const [longest] = hypercare
    .filter((one) => isOf(one) && one.from <= at && at < one.to)
    .toSorted((a, b) => b.to - a.to)
  return longest ?? null
}

/** Half the time to acknowledge, in whole milliseconds, and by day and night. */
const tightened = (target: SlaTarget): SlaTarget => ({
  ...target,
  acknowledge: Math.floor(target.acknowledge / 2),
  calendar: null,
})

/**
 * What a ticket is judged by that is opened at a moment: the fleet's policy, with rule R14 of the board laid over it where
 * hypercare was agreed on for its service or its team. Then every time to acknowledge is halved and all clocks run by day
 * and night, and `hypercare` says why. It is to be pinned in the ticket: the end of hypercare changes nothing of it.
 */
export function policyFor(
  settings: Pick<TicketSettings, 'hypercare' | 'policy'>,
  service: string | null,
  team: string | null,
  openedAt: EpochMs,
): SlaPolicy {
  const { policy } = settings
  const agreed = agreedHypercare(settings, service, team, openedAt)
  if (agreed === null) return policy
  const targets = {
    1: tightened(policy.targets[1]),
    2: tightened(policy.targets[2]),
    3: tightened(policy.targets[3]),
    4: tightened(policy.targets[4]),
    5: tightened(policy.targets[5]),
  }
  return { ...policy, targets, hypercare: agreed.reason }
}

/** A priority as it counts in hypercare (R14): one step up, a P1 stays one. Out of it as it is. */
export const flooredPriority = (priority: Priority, inHypercare: boolean): Priority =>
  inHypercare ? (PRIORITIES[PRIORITIES.indexOf(priority) - 1] ?? 1) : priority
