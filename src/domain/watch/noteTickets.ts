import type { TicketTotals } from '#src/domain/digest/ticketTotals.ts'
import type { TicketMention } from '#src/domain/verdict/ticketMention.ts'
import type { Watch } from './watch.ts'

const sameMention = (a: TicketMention, b: TicketMention | undefined): boolean =>
  b !== undefined &&
  a.code === b.code &&
  a.priority === b.priority &&
  a.trouble === b.trouble &&
  a.clock === b.clock &&
  a.since === b.since &&
  a.due === b.due

const sameMentions = (a: readonly TicketMention[], b: readonly TicketMention[]): boolean =>
  a.length === b.length && a.every((mention, i) => sameMention(mention, b[i]))

/**
 * Takes in what the board asks for, by name of service: the next digest says it. `totals`: of all tickets; null while
 * nothing is known of them.
 */
export function noteTickets(
  watch: Watch,
  mentions: ReadonlyMap<string, readonly TicketMention[]>,
  totals: TicketTotals | null,
): void {
  watch.tickets = totals
  for (const [name, service] of watch.services) {
    const told = mentions.get(name) ?? []
    if (sameMentions(told, service.tickets)) continue
    service.tickets = told
    service.dirty = true
  }
}
