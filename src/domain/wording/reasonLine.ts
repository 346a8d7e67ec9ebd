import { reasonParts } from './reasonParts.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'

/**
 * A reason in one line of plain words with its numbers and a clock time in `timeZone` (an IANA name):
 * `2 of 3 pods do not answer: orders-1 refused or DNS error, orders-2 timed out after 2 s since 08:31`.
 */
export function reasonLine<K extends ReasonKind>(reason: Reason<K>, now: EpochMs, timeZone: string): string {
  const { text, end, isToCome } = reasonParts(reason, now, timeZone)
  return end === null ? text : `${text}${isToCome || reason.already === true ? ',' : ''} ${end}`
}
