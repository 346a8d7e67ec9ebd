import { cutText } from '#src/domain/health/cutText.ts'
import { MOST_NAME, MOST_TITLE } from '#src/domain/ticket/textSchema.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { CheckItem } from './morningCheck.ts'
import type { CheckMark, WatchUntil } from './signOff.ts'
import { MOST_MARK_NOTE } from './signOffSchema.ts'

/** What somebody does about an item, with what belongs to it. `ticket`: the code of the ticket. */
export type MarkDeed =
  | { readonly deed: 'seen' }
  | { readonly deed: 'watch'; readonly until: WatchUntil }
  | { readonly deed: 'ticket'; readonly ticket: string }

/** The mark of a deed on an item as it stands now. A note is cut to what a log takes: it would refuse the whole sign-off. */
export const markOf = (item: CheckItem, deed: MarkDeed, note: string, now: EpochMs): CheckMark => ({
  item: item.key,
  // A name that no log takes is told by the title: one must not keep the others from being signed.
  service: item.service === null || item.service.length > MOST_NAME ? null : item.service,
  title: cutText(item.title, MOST_TITLE),
  deed: deed.deed,
  note: cutText(note.trim(), MOST_MARK_NOTE),
  at: now,
  light: item.light ?? 'unknown',
  kinds: item.kinds,
  until: deed.deed === 'watch' ? deed.until : null,
  ticket: deed.deed === 'ticket' ? deed.ticket : null,
})
