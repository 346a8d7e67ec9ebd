import type { LoggedEvent, TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { isUnderstood } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishCheckEvents as checkWords } from './englishCheckEvents.ts'
import { formatMoment } from './formatMoment.ts'
import { ticketTexts } from './ticketTexts.ts'

const { priority } = ticketTexts
const { event: words, foreign } = ticketTexts.page

/** What words of an event need beside it: codes of tickets by id, and the viewer's time. */
export type EventContext = {
  readonly codes: Readonly<Record<string, string>>
  readonly now: EpochMs
  /** An IANA name. */
  readonly timeZone: string
}

type Words<K extends TicketEvent['kind']> = (
  data: TicketEvent<K>['data'],
  say: { readonly moment: (at: EpochMs) => string; readonly code: (id: string) => string },
) => string

const WORDS: { readonly [K in TicketEvent['kind']]: Words<K> } = {
  opened: (data) => words.opened(priority(data.priority), ticketTexts.source[data.source]),
  signal_added: ({ title, since }, { moment }) => words.signalAdded(title, moment(since)),
  signal_cleared: ({ key, clearedAt }, { moment }) => words.signalCleared(key, moment(clearedAt)),
  acknowledged: () => words.acknowledged,
  external_ack: ({ by, known, comment }) => (known ? words.externalAck : words.externalUnknown)(by, comment),
  assigned: ({ to }) => words.assigned(to),
  unassigned: () => words.unassigned,
  requalified: ({ from, to, reason }) => words.requalified(priority(from), priority(to), reason),
  paused: ({ reason, note, until }, { moment }) => {
    const said = words.paused(ticketTexts.pause[reason], note)
    return until === null ? said : words.pausedUntil(said, moment(until))
  },
  resumed: () => words.resumed,
  commented: ({ text }) => words.commented(text),
  linked: ({ label }) => words.linked(label),
  merged_into: ({ into }, { code }) => words.mergedInto(code(into)),
  unmerged: ({ from }, { code }) => words.unmerged(code(from)),
  resolved: ({ restoredAt, note, cause }, { moment }) => {
    const said = words.resolved(moment(restoredAt), ticketTexts.cause[cause])
    return note === '' ? said : words.resolvedNote(said, note)
  },
  reopened: ({ reason }) => words.reopened(reason),
  edited: ({ field, value }) => words.editedTo(words.edited[field], value),
  policy_changed: ({ reason }) => words.policyChanged(reason),
  postmortem: () => words.postmortem,
  redacted: () => words.redacted,
  signed_off: () => checkWords.signedOff,
  watch_ended: () => checkWords.watchEnded,
}

/** What happened to a ticket, without who and when; one that this build does not understand is said so. */
export function eventWords(event: LoggedEvent, { codes, now, timeZone }: EventContext): string {
  if (!isUnderstood(event)) return foreign(event.kind, event.v)
  return said(event, {
    moment: (at) => formatMoment(at, now, timeZone),
    code: (id) => (Object.hasOwn(codes, id) ? codes[id] : null) ?? id,
  })
}

function said<K extends TicketEvent['kind']>(
  event: { readonly kind: K; readonly data: TicketEvent<K>['data'] },
  say: Parameters<Words<K>>[1],
): string {
  const words: Words<K> = WORDS[event.kind]
  return words(event.data, say)
}
