import type { Calendar } from '#src/domain/calendar/calendar.ts'
import { knownZone } from '#src/domain/time/knownZone.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { isUnderstood } from '#src/domain/ticket/ticketEvent.ts'
import type { ClockName } from './clockFace.ts'
import { AT_RISK_SHARE } from './defaultPolicy.ts'
import type { Priority } from './priority.ts'
import type { SlaPolicy } from './slaPolicy.ts'

/** What one of a ticket's clocks is held to from a moment on: until the priority or the policy changes. */
export type Promised = {
  readonly from: EpochMs
  readonly priority: Priority
  readonly target: DurationMs
  /** How much of it may be gone before it is at risk. */
  readonly atRisk: DurationMs
  readonly calendar: Calendar | null
  /** The calendar's zone; null: day and night. */
  readonly timeZone: string | null
}

type Terms = { readonly from: EpochMs; readonly priority: Priority; readonly policy: SlaPolicy }

function promised({ from, priority, policy }: Terms, clock: ClockName): Promised {
  const { acknowledge, restore, restoreAtRisk, calendar: name } = policy.targets[priority]
  const calendar = (name === null ? null : policy.calendars[name]) ?? null
  const timeZone = calendar === null ? null : knownZone(calendar.timeZone)
  return clock === 'tta'
    ? {
        from,
        priority,
        target: acknowledge,
        atRisk: Math.round(AT_RISK_SHARE * acknowledge),
        calendar,
        timeZone,
      }
    : { from, priority, target: restore, atRisk: Math.round(restoreAtRisk), calendar, timeZone }
}

type Change = { readonly from: EpochMs; readonly priority?: Priority; readonly policy?: SlaPolicy }

const policyChanges = ({ timeline }: Ticket): readonly Change[] =>
  timeline.flatMap(({ at, event }) =>
    isUnderstood(event) && event.kind === 'policy_changed' ? [{ from: at, policy: event.data.policy }] : [],
  )

/** The policy that was pinned when it was opened. */
function firstPolicy({ timeline, policy }: Ticket): SlaPolicy {
  for (const { event } of timeline) {
    if (isUnderstood(event) && event.kind === 'opened') return event.data.policy
  }
  return policy
}

/**
 * What a ticket's clock was held to over its life, in order of time; never empty, and the last is in force. Each change
 * of priority or policy counts from its own time on, so that what was broken before stays broken (tickets, R1 and R6).
 */
export function promisesOf(ticket: Ticket, clock: ClockName): readonly [Promised, ...Promised[]] {
  const policies = policyChanges(ticket)
  let priority = ticket.priorities[0]?.to ?? ticket.priority
  let policy = policies.length === 0 ? ticket.policy : firstPolicy(ticket)
  const promises: [Promised, ...Promised[]] = [promised({ from: -Infinity, priority, policy }, clock)]
  const requalified = ticket.priorities.slice(1).map(({ at, to }): Change => ({ from: at, priority: to }))
  for (const change of [...requalified, ...policies].toSorted((a, b) => a.from - b.from)) {
    priority = change.priority ?? priority
    policy = change.policy ?? policy
    promises.push(promised({ from: change.from, priority, policy }, clock))
  }
  return promises
}
