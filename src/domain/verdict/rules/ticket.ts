import type { FleetRule } from '#src/domain/verdict/fleetRule.ts'
import type { TicketMention } from '#src/domain/verdict/ticketMention.ts'

const RANK: Readonly<Record<TicketMention['trouble'], number>> = {
  breached: 0,
  unacknowledged: 1,
  'at-risk': 2,
}

const worstFirst = (a: TicketMention, b: TicketMention): number =>
  RANK[a.trouble] - RANK[b.trouble] || a.priority - b.priority || a.since - b.since

/**
 * A ticket of the service asks for somebody: a clock is at risk (orange), or was breached, or it is a P1 that nobody has
 * acknowledged (red). Said of the team's promise and not of the service: no ticket comes of it, and no cascade.
 */
export const ticket: FleetRule = {
  kind: 'ticket',
  reads: ['tickets'],
  orange: [],
  red: [],
  find: ({ tickets, ofPods }) => {
    const [worst, ...others] = tickets.toSorted(worstFirst)
    if (worst === undefined) return null
    const light = worst.trouble === 'at-risk' ? 'orange' : 'red'
    const about = { tickets: [worst, ...others] }
    return { kind: 'ticket', light, since: worst.since, ofPods, pods: [], about }
  },
}
