import type { TicketTotals } from '#src/domain/digest/ticketTotals.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishRun as words } from './englishRun.ts'
import { formatMoment } from './formatMoment.ts'

/** The words of this line, in the language in use. */
export const runTexts = words

/** A part of what is said of tickets, and how much it presses. */
export type TicketPart = { readonly text: string; readonly press: 'breached' | 'at-risk' | null }

/** `2 open tickets`, `1 breached`, `next due 09:12`: only what is so; the gravest right behind the count. */
export function ticketParts(
  { open, unacknowledged, breached, atRisk, nextDue }: TicketTotals,
  now: EpochMs,
  timeZone: string,
): readonly TicketPart[] {
  if (open === 0) return [{ text: words.none, press: null }]
  const parts: (TicketPart | null)[] = [
    { text: words.open(open), press: null },
    breached > 0 ? { text: words.breached(breached), press: 'breached' } : null,
    unacknowledged > 0 ? { text: words.unacknowledged(unacknowledged), press: 'breached' } : null,
    atRisk > 0 ? { text: words.atRisk(atRisk), press: 'at-risk' } : null,
    nextDue === null ? null : { text: words.nextDue(formatMoment(nextDue, now, timeZone)), press: null },
  ]
  return parts.filter((part) => part !== null)
}
