import type { TicketSignal } from '#src/domain/ticket/ticket.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Alert } from './alert.ts'
import { alertKey, isAlertKey } from './alertKey.ts'

/** A signal of an open ticket. */
export type BookedSignal = Pick<TicketSignal, 'key' | 'service' | 'title' | 'since'>

/** What is known of one alert from poll to poll. */
export type BookedAlert = {
  /** As it was told of last; null for one that a ticket names and nobody has told of here. */
  readonly alert: Alert | null
  /** Of a ticket's signal; null where it was told of. */
  readonly expected: BookedSignal | null
  /** The poll that saw it first in this episode. */
  readonly detectedAt: EpochMs
  /** The first poll without it; null while it is told of. */
  readonly absentAt: EpochMs | null
  /** It is absent, and that means that it ended. */
  readonly isClear: boolean
}

/** What an Alertmanager told from poll to poll, by key of the alarm. */
export type AlertBook = {
  readonly entries: ReadonlyMap<string, BookedAlert>
  /** The newest poll that was answered; null before the first. */
  readonly polledAt: EpochMs | null
  /** It was started a moment ago: it begins empty, so what is absent has not ended. */
  readonly isYoung: boolean
}

/** One answered poll. */
export type AlertPoll = {
  /** When it was sent. */
  readonly at: EpochMs
  readonly alerts: readonly Alert[]
  /** False: more were told than are kept, so that what is absent may be among the others. */
  readonly isWhole: boolean
  /** When that Alertmanager was started, as it said after the alerts; null where it did not say. */
  readonly startedAt: EpochMs | null
}

/** Ended alerts that are remembered; the oldest go first. */
const MOST_ENDED = 2000

export const EMPTY_BOOK: AlertBook = { entries: new Map(), polledAt: null, isYoung: false }

/** Whether any alert that was there is not among these: then its end has to be made sure of. */
export function hasVanished(book: AlertBook, alerts: readonly Alert[]): boolean {
  const there = new Set(alerts.map(({ fingerprint }) => alertKey(fingerprint)))
  return [...book.entries].some(([key, { isClear }]) => !isClear && !there.has(key))
}

const told = (before: BookedAlert | undefined, alert: Alert, at: EpochMs): BookedAlert => ({
  alert,
  expected: null,
  detectedAt: before === undefined || before.isClear ? at : before.detectedAt,
  absentAt: null,
  isClear: false,
})

/** A signal that became known only after the question was sent may be newer than the answer. */
const isTooNew = ({ alert, detectedAt }: BookedAlert, at: EpochMs): boolean =>
  alert === null && detectedAt > at

function missed(before: BookedAlert, poll: AlertPoll, isSure: boolean): BookedAlert {
  if (before.isClear || !poll.isWhole || isTooNew(before, poll.at)) return before
  return { ...before, absentAt: before.absentAt ?? poll.at, isClear: isSure }
}

/** All that are there, and of the ended ones the newest. */
function bounded(entries: Map<string, BookedAlert>): ReadonlyMap<string, BookedAlert> {
  const ended = [...entries].filter(([, { isClear }]) => isClear)
  const old = ended.toSorted(([, a], [, b]) => (b.absentAt ?? 0) - (a.absentAt ?? 0)).slice(MOST_ENDED)
  for (const [key] of old) entries.delete(key)
  return entries
}

/**
 * The book after one more poll. An alert that is absent has ended (its end is then the first poll without it) only where
 * the answer is whole and Alertmanager has run for twice its `resolve_timeout`: one that was restarted begins without
 * alerts, and one that is not reached gives no poll at all. The same labels are the same alert, whatever its start.
 */
export function bookAfter(book: AlertBook, poll: AlertPoll, resolveTimeout: DurationMs): AlertBook {
  const isYoung = poll.startedAt !== null && poll.at - poll.startedAt < 2 * resolveTimeout
  const isSure = poll.isWhole && poll.startedAt !== null && !isYoung
  const entries = new Map<string, BookedAlert>()
  for (const [key, before] of book.entries) entries.set(key, missed(before, poll, isSure))
  for (const alert of poll.alerts) {
    const key = alertKey(alert.fingerprint)
    entries.set(key, told(book.entries.get(key), alert, poll.at))
  }
  return { entries: bounded(entries), polledAt: poll.at, isYoung }
}

/** What was said of it ended before the ticket's signal began: others have seen it fire anew since. */
const isOutdated = (entry: BookedAlert, { since }: BookedSignal): boolean =>
  entry.isClear && entry.absentAt !== null && entry.absentAt <= since

/**
 * The book with the signals of open tickets in it, from `now` on: those that the next polls do not tell of are clear as
 * any other. Signals of other sources are passed over, and what is expected no more is forgotten. The same book where
 * nothing is new.
 */
export function bookExpecting(book: AlertBook, signals: readonly BookedSignal[], now: EpochMs): AlertBook {
  const wanted = new Map(signals.filter(({ key }) => isAlertKey(key)).map((signal) => [signal.key, signal]))
  const entries = new Map([...book.entries].filter(([key, { alert }]) => alert !== null || wanted.has(key)))
  let isSame = entries.size === book.entries.size
  for (const [key, expected] of wanted) {
    const entry = entries.get(key)
    if (entry !== undefined && !isOutdated(entry, expected)) continue
    isSame = false
    entries.set(key, { alert: null, expected, detectedAt: now, absentAt: null, isClear: false })
  }
  return isSame ? book : { ...book, entries }
}
