import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { formatTicking } from './formatTicking.ts'
import { ticketTexts } from './ticketTexts.ts'

const { mark: words } = ticketTexts

/** Something that is said of a ticket beside its state. `loud`: it asks for somebody. */
export type TicketMark = { readonly text: string; readonly loud: boolean }

/** An acknowledgement that the server heard of by so much later was given offline. */
const LATE_FROM: DurationMs = minutes(1)

const says = (isSo: boolean, text: () => string, loud = false): readonly TicketMark[] =>
  isSo ? [{ text: text(), loud }] : []

function named<T>(value: T | null, text: (value: T) => string, loud = false): readonly TicketMark[] {
  return value === null ? [] : [{ text: text(value), loud }]
}

/** What is said of who is at work on it. */
function people(row: TicketRow): readonly TicketMark[] {
  const { ack, state, assignee, coResponders, needsFreshLook, crossedBy, silencedBy } = row
  const late = ack?.toldLateBy ?? null
  return [
    ...says(needsFreshLook, () => words.freshLook, true),
    ...named(
      state === 'acknowledged' && ack !== null && ack.by !== assignee ? ack.by : null,
      words.acknowledgedBy,
    ),
    ...says(coResponders.length > 0, () => words.alsoOn(coResponders.join(', '))),
    ...named(late !== null && late >= LATE_FROM ? late : null, (by) => words.toldLate(formatDuration(by))),
    ...named(crossedBy, ([later, earlier]) => words.crossed(later, earlier)),
    ...named(silencedBy, words.silencedBy),
  ]
}

/** Everything else that is said of a ticket in its row, what asks for somebody first. `timeZone` is an IANA name. */
export function ticketMarks(row: TicketRow, now: EpochMs, timeZone: string): readonly TicketMark[] {
  const { state, priority, requalifiedAt, resolvedAt } = row
  return [
    ...named(row.flapping, words.flapping, true),
    ...people(row),
    ...says(row.signalUnknown && state !== 'resolved', () => words.signalUnknown),
    ...named(requalifiedAt, (at) =>
      words.requalified(ticketTexts.priority(priority), formatDuration(wholeMinutes(now - at))),
    ),
    ...named(row.recurrenceOf, words.recurrence),
    ...named(row.mergedInto, words.mergedInto),
    ...says(row.affected.length > 0, () => words.affected(row.affected.length)),
    ...named(resolvedAt, (at) => words.resolvedAt(formatMoment(at, now, timeZone))),
  ]
}

const wholeMinutes = (age: number): DurationMs =>
  Math.max(minutes(1), Math.floor(age / minutes(1)) * minutes(1))

/** `green since 03:12, resolves itself in 4:31`: changes from second to second. */
export function restoringWords(
  { since, at }: NonNullable<TicketRow['restoring']>,
  now: EpochMs,
  timeZone: string,
): string {
  const began = formatMoment(since, now, timeZone)
  return now < at ? words.restoring(began, formatTicking(at - now)) : words.restored(began)
}
