import type { Refusal } from '#src/domain/ticket/ticketCommand.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { formatMoment } from './formatMoment.ts'
import { formatNumber } from './formatNumber.ts'
import { ticketTexts } from './ticketTexts.ts'

const { refusal: words } = ticketTexts.deed

/** Why something was not done to a ticket, and what would be needed. `timeZone` is an IANA name. */
export function refusalWords(refusal: Refusal, now: EpochMs, timeZone: string): string {
  switch (refusal.kind) {
    case 'read-only':
      return refusal.detail === null ? words.readOnly : words.readOnlyDetail(refusal.detail)
    case 'not-stored':
      return words.notStored(refusal.detail)
    case 'already':
      return words.already[refusal.state]
    case 'too-long':
      return words.tooLong(formatNumber(refusal.most))
    case 'restored-in-the-future':
      return words.future(formatMoment(refusal.now, now, timeZone))
    case 'restored-before-opened':
      return words.beforeOpened(formatMoment(refusal.openedAt, now, timeZone))
    default:
      return words[refusal.kind]
  }
}
