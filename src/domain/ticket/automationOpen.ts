import type { Alarm } from '#src/domain/alert/alarm.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'
import { englishAlarm as words } from '#src/domain/wording/englishAlarm.ts'
import { lastHome } from './automationHomes.ts'
import { headOf, type Plan, policyOf, priorityUnder, tell } from './automationPlan.ts'
import { ticketId } from './ticketId.ts'
import { writableAlarm } from './writableAlarm.ts'

/** No more tickets are opened at once; those that failed first come first. */
const MOST_OPENINGS = 20
/** An episode that is over for longer is another story. Three recurrences within as long ask for a post-mortem. */
const RECURS_WITHIN = days(30)

/** The event by which a ticket is opened has this id, whoever opens it. */
const OPEN = 'open'

function recurrenceOf(plan: Plan, { key }: Alarm, openedAt: EpochMs): string | null {
  const last = lastHome(plan.homes.of(key))
  const restoredAt = last?.resolution?.restoredAt ?? -Infinity
  return last !== null && openedAt - restoredAt <= RECURS_WITHIN ? last.id : null
}

/**
 * Opens a ticket for an alarm, with all that is known of it, and pins what it is judged by. Its id follows from the board,
 * the alarm and how many tickets of it there were. Gives the id; null where too many were opened in this go already.
 */
export function openTicket(plan: Plan, alarm: Alarm, openedAt: EpochMs): string | null {
  if (plan.openings.length >= MOST_OPENINGS) return null
  const { board } = plan.fleet.tickets
  const { key, source, title, description, service, project, links, evidence } = writableAlarm(alarm)
  const before = plan.openings.filter((opening) => opening.of.key === key).length
  const episode = plan.homes.of(key).episodes + before
  const ticket = ticketId(board, source, key, episode)
  const policy = policyOf(plan, alarm, openedAt)
  const why = policy.hypercare === null ? alarm.why : words.hypercare(alarm.why, policy.hypercare)
  tell(plan, {
    ...headOf(plan, ticket, OPEN),
    kind: 'opened',
    data: {
      title,
      description,
      service,
      project,
      source,
      dedupKey: key,
      episode,
      priority: priorityUnder(policy, alarm),
      why,
      policy,
      openedAt,
      detectedAt: Math.max(openedAt, alarm.detectedAt),
      recurrenceOf: recurrenceOf(plan, alarm, openedAt),
      links,
      evidence,
    },
  })
  plan.openings.push({ ticket, of: alarm, policy })
  return ticket
}
