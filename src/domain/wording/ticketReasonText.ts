import type { Reason } from '#src/domain/verdict/reason.ts'
import type { TicketMention } from '#src/domain/verdict/ticketMention.ts'
import { formatMoment } from './formatMoment.ts'
import type { Reader } from './reasonEvidence.ts'
import { texts } from './texts.ts'

const words = texts.reason

function mention(ticket: TicketMention, { now, timeZone }: Reader): string {
  const { code, priority, trouble, clock, since } = ticket
  const named = words.ticket(code, priority)
  if (trouble === 'unacknowledged')
    return words.ticketUnacknowledged(named, formatMoment(since, now, timeZone))
  const by = formatMoment(ticket.due ?? since, now, timeZone)
  return trouble === 'breached'
    ? words.ticketBreached(named, clock, by)
    : words.ticketAtRisk(named, clock, by)
}

/** `T-4KQ2M (P1) was to be restored by 07:12, and 2 more tickets wait`. */
export function ticketText({ about }: Reason<'ticket'>, reader: Reader): string {
  const [worst, ...others] = about?.tickets ?? []
  if (worst === undefined) return ''
  const text = mention(worst, reader)
  return others.length === 0 ? text : texts.and(text, words.ticketsMore(others.length))
}
